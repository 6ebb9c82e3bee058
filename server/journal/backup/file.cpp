#include "server/journal/backup/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace dais::journal {

namespace fs = std::filesystem;

error file_error(int number, std::string_view doing, fs::path const& about) {
  bool const full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  return {full ? fault::disk_full : fault::unavailable,
          std::string(doing) + " " + about.string() + ": " + std::generic_category().message(number)};
}

result<file> file::open(fs::path const& path) {
  int const number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return std::unexpected(file_error(errno, "opening", path));
  return file(number, path);
}

result<file> file::create(fs::path const& path) {
  int const number = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (number < 0) return std::unexpected(file_error(errno, "making", path));
  return file(number, path);
}

file::~file() {
  if (x_number >= 0) ::close(x_number);
}

result<std::size_t> file::read(std::span<std::byte> into) {
  std::size_t filled = 0;
  while (filled < into.size()) {
    auto const got = ::read(x_number, into.data() + filled, into.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::unexpected(file_error(errno, "reading", x_path));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

result<void> file::write(std::span<std::byte const> bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(x_number, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return std::unexpected(file_error(errno, "writing", x_path));
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

result<std::size_t> file::size() const {
  struct stat about{};
  if (::fstat(x_number, &about) != 0) return std::unexpected(file_error(errno, "reading", x_path));
  return static_cast<std::size_t>(about.st_size);
}

result<void> file::synchronize() {
  if (::fsync(x_number) != 0) return std::unexpected(file_error(errno, "synchronizing", x_path));
  return {};
}

bool is_there(fs::path const& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

result<void> synchronize_folder(fs::path const& folder) {
  auto opened = file::open(folder.empty() ? "." : folder);
  if (!opened) return std::unexpected(std::move(opened).error());
  return opened->synchronize();
}

result<scratch_folder> scratch_folder::make(fs::path path) {
  std::error_code code;
  fs::remove_all(path, code);
  if (code || ::mkdir(path.c_str(), 0700) != 0) {
    return std::unexpected(file_error(code ? code.value() : errno, "making", path));
  }
  return scratch_folder(std::move(path));
}

scratch_folder::~scratch_folder() {
  std::error_code ignored;
  if (!x_path.empty()) fs::remove_all(x_path, ignored);
}

}  // namespace dais::journal
