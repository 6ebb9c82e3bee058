#include "client/native/whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

namespace dais::native {
namespace {

std::unexpected<failure> disk_failure(std::filesystem::path const& file) {
  return std::unexpected(failure{failure::kind::disk, file.string() + ": " + std::strerror(errno)});
}

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    auto const written = ::write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::expected<std::string, failure> read_whole(std::filesystem::path const& file, std::uintmax_t most) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) return disk_failure(file);
  std::string bytes;
  std::string piece(65536, '\0');
  while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
    bytes.append(piece, 0, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most)
      return std::unexpected(failure{failure::kind::too_large, file.string() + ": is too large."});
  }
  if (in.bad()) return disk_failure(file);
  return bytes;
}

std::expected<void, failure> write_whole(std::filesystem::path const& file, std::string_view bytes, unsigned mode) {
  auto name = file.string() + ".XXXXXX";
  int const to = ::mkostemp(name.data(), O_CLOEXEC);
  if (to < 0) return disk_failure(file);
  bool const is_written = write_all(to, bytes) && ::fchmod(to, mode) == 0 && ::fsync(to) == 0;
  bool const is_closed = ::close(to) == 0;
  if (!is_written || !is_closed || ::rename(name.c_str(), file.c_str()) != 0) {
    auto out = disk_failure(file);
    ::unlink(name.c_str());
    return out;
  }
  return {};
}

}  // namespace dais::native
