#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace dais::support {

inline std::string read_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_file(std::filesystem::path const& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

/// Inverts every bit of one byte of a file.
inline void flip_byte(std::filesystem::path const& file, std::size_t offset) {
  auto bytes = read_file(file);
  bytes.at(offset) = static_cast<char>(~bytes.at(offset));
  write_file(file, bytes);
}

}  // namespace dais::support
