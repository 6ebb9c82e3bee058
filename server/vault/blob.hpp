#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "server/vault/error.hpp"

namespace dais::vault {

/// An open file descriptor, closed at the end.
class descriptor {
public:
  explicit descriptor(int number = -1) : x_number(number) {}
  descriptor(descriptor&& other) noexcept : x_number(std::exchange(other.x_number, -1)) {}
  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(x_number, other.x_number);
    return *this;
  }
  ~descriptor();

  int number() const { return x_number; }
  explicit operator bool() const { return x_number >= 0; }

private:
  int x_number;
};

/// A kept file, open for reading: it stays readable as long as this lives.
class blob {
public:
  blob(descriptor file, std::int64_t size) : x_file(std::move(file)), x_size(size) {}

  std::int64_t size() const { return x_size; }

  /// Fills `into` from `offset` on and says how many bytes there were: fewer only at the end of the file.
  result<std::size_t> read(std::int64_t offset, std::span<std::byte> into) const;

  /// For sendfile() and the like; its position is of no meaning.
  int file_descriptor() const { return x_file.number(); }

private:
  descriptor x_file;
  std::int64_t x_size;
};

}  // namespace dais::vault
