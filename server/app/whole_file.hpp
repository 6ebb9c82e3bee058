#pragma once

#include <expected>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace dais::app {

/// The bytes of a file that the operator named. An error is words for them.
inline std::expected<std::string, std::string> read_whole(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), {});
  if (!in.is_open() || in.bad()) return std::unexpected("The file " + file.string() + " cannot be read; name another.");
  return bytes;
}

}  // namespace dais::app
