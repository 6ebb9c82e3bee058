#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "server/catalogue/language.hpp"
#include "tests/unit/office/support.hpp"

#include <stdlib.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace dais::office::test {
namespace {

/// A file that is gone at the end of the test.
struct temporary_file {
  explicit temporary_file(std::string const& bytes) {
    auto name = (std::filesystem::temp_directory_path() / "dais_office_XXXXXX").string();
    auto const file = mkstemp(name.data());
    if (file < 0) throw std::runtime_error("no temporary file");
    path = name;
    std::ofstream(path, std::ios::binary) << bytes;
    fclose(fdopen(file, "r"));
  }
  temporary_file(temporary_file const&) = delete;
  ~temporary_file() { std::filesystem::remove(path); }
  std::filesystem::path path;
};

std::string output_of(std::string const& command) {
  std::string out;
  auto* pipe = popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("cannot run " + command);
  std::array<char, 4096> buffer;
  while (auto const size = fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), size);
  if (pclose(pipe) != 0) throw std::runtime_error("failed: " + command);
  return out;
}

}  // namespace

std::vector<std::string> texts_of(std::string const& pdf) {
  temporary_file const file(pdf);
  auto const text = output_of("pdftotext -layout -enc UTF-8 " + file.path.string() + " -");
  std::vector<std::string> pages;
  for (std::size_t from = 0, to; (to = text.find('\f', from)) != std::string::npos; from = to + 1)
    pages.push_back(text.substr(from, to - from));
  return pages;
}

std::string info_of(std::string const& pdf, std::string const& options) {
  temporary_file const file(pdf);
  return output_of("pdfinfo -enc UTF-8 " + options + " " + file.path.string());
}

std::string fonts_of(std::string const& pdf) {
  temporary_file const file(pdf);
  return output_of("pdffonts " + file.path.string());
}

std::string all(std::vector<std::string> const& pages) {
  std::string out;
  for (auto const& page : pages) out += page;
  return out;
}

std::string bare(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  auto const words = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
    auto const letter = words.char32At(at);
    auto const kind = u_charType(letter);
    if (!u_isUWhiteSpace(letter) && kind != U_NON_SPACING_MARK && kind != U_FORMAT_CHAR) out.append(letter);
  }
  std::string utf8;
  icu::Normalizer2::getNFKCInstance(status)->normalize(out, status).toUTF8String(utf8);
  return utf8;
}

bool says(std::string const& text, std::string const& words) {
  auto const where = bare(text);
  if (catalogue::direction_of(words) != catalogue::direction::right_to_left) return where.contains(bare(words));
  auto const letters = icu::UnicodeString::fromUTF8(words);
  icu::UnicodeString word;
  for (std::int32_t at = 0; at <= letters.length(); at = letters.moveIndex32(at, 1)) {
    if (at < letters.length() &&
        (u_isalpha(letters.char32At(at)) || u_charType(letters.char32At(at)) == U_NON_SPACING_MARK)) {
      word.append(letters.char32At(at));
      continue;
    }
    std::string utf8;
    if (!where.contains(bare(word.toUTF8String(utf8)))) return false;
    word.remove();
    if (at == letters.length()) break;
  }
  return true;
}

}  // namespace dais::office::test
