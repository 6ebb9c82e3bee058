#include "server/gateway/file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace dais::gateway {

namespace {

std::unexpected<std::error_code> last_error() {
  return std::unexpected(std::error_code(errno, std::system_category()));
}

}  // namespace

file::~file() {
  if (x_descriptor >= 0) ::close(x_descriptor);
}

file::file(file&& other) noexcept : x_descriptor(std::exchange(other.x_descriptor, -1)) {}

file& file::operator=(file&& other) noexcept {
  std::swap(x_descriptor, other.x_descriptor);
  return *this;
}

std::expected<file, std::error_code> file::open(std::filesystem::path const& path) {
  auto const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return last_error();
  return file(descriptor);
}

std::expected<std::string, std::error_code> file::read(std::uint64_t offset, std::size_t size) const {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    auto const more = ::pread(x_descriptor, bytes.data() + got, size - got, static_cast<off_t>(offset + got));
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) return last_error();
    if (more == 0) return std::unexpected(std::make_error_code(std::errc::io_error));
    got += static_cast<std::size_t>(more);
  }
  return bytes;
}

}  // namespace dais::gateway
