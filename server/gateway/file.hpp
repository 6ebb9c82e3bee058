#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>
#include <system_error>

namespace dais::gateway {

/// An open file, for reading, closed with the object. Its calls block: use them on the pool.
class file {
public:
  /// No file.
  file() = default;
  /// Takes over an open descriptor.
  explicit file(int descriptor) : x_descriptor(descriptor) {}
  ~file();
  file(file&& other) noexcept;
  file& operator=(file&& other) noexcept;

  static std::expected<file, std::error_code> open(std::filesystem::path const& path);

  explicit operator bool() const { return x_descriptor >= 0; }

  /// Exactly `size` bytes from `offset` on; an error also when the file ends before.
  std::expected<std::string, std::error_code> read(std::uint64_t offset, std::size_t size) const;

private:
  int x_descriptor = -1;
};

}  // namespace dais::gateway
