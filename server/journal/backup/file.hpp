#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "server/journal/error.hpp"

namespace dais::journal {

/// The value of `errno` as an error about a file.
error file_error(int number, std::string_view doing, std::filesystem::path const& file);

/// An open file, closed at the end; blocking.
class file {
public:
  static result<file> open(std::filesystem::path const& path);
  /// Emptied if it is there; readable by its owner only.
  static result<file> create(std::filesystem::path const& path);

  file(file&& other) noexcept : x_number(std::exchange(other.x_number, -1)), x_path(std::move(other.x_path)) {}
  ~file();

  /// Fills the span as far as the file goes; how many bytes there were.
  result<std::size_t> read(std::span<std::byte> into);
  result<void> write(std::span<std::byte const> bytes);
  result<std::size_t> size() const;
  /// Makes the content durable.
  result<void> synchronize();

private:
  file(int number, std::filesystem::path path) : x_number(number), x_path(std::move(path)) {}

  int x_number;
  std::filesystem::path x_path;
};

/// False too where one may not look.
bool is_there(std::filesystem::path const& path);

/// Makes the names in a folder durable.
result<void> synchronize_folder(std::filesystem::path const& folder);

/// A folder of this process alone (0700), emptied at the start and removed at the end unless keep() was called.
class scratch_folder {
public:
  static result<scratch_folder> make(std::filesystem::path path);
  scratch_folder(scratch_folder&& other) noexcept : x_path(std::exchange(other.x_path, {})) {}
  ~scratch_folder();

  std::filesystem::path const& path() const { return x_path; }
  void keep() { x_path.clear(); }

private:
  explicit scratch_folder(std::filesystem::path path) : x_path(std::move(path)) {}
  std::filesystem::path x_path;
};

}  // namespace dais::journal
