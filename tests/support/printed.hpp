#pragma once
// What other programs read in files that were made: poppler in a PDF, unzip in a spreadsheet.

#include <array>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::support {

inline std::string output_of(std::string const& command) {
  std::string out;
  auto* pipe = popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::array<char, 4096> buffer;
  while (auto const size = fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), size);
  if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
  return out;
}

/// `program` with the bytes in a file, whose name stands between `before` and `after`.
inline std::string output_about(std::string const& bytes, std::string const& before, std::string const& after = "") {
  temporary_folder const folder;
  auto const file = folder / "file";
  write_file(file, bytes);
  return output_of(before + " " + file.string() + " " + after);
}

/// The text of each page, by pdftotext.
inline std::vector<std::string> pages_of(std::string const& pdf) {
  auto const text = output_about(pdf, "pdftotext -layout -enc UTF-8", "-");
  std::vector<std::string> pages;
  for (std::size_t from = 0, to; (to = text.find('\f', from)) != std::string::npos; from = to + 1)
    pages.push_back(text.substr(from, to - from));
  return pages;
}

/// One part of an .xlsx file ("xl/sharedStrings.xml"), or, by default, all of them.
inline std::string part_of(std::string const& xlsx, std::string const& part = "") {
  return output_about(xlsx, "unzip -p", part);
}

}  // namespace dais::support
