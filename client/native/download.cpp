#include "client/native/download.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>

#include "client/native/sha256.hpp"

namespace dais::native {
namespace {

failure disk_failure() { return {failure::kind::disk, std::strerror(errno)}; }

/// Writes the body of a whole or partial answer to the part file and counts.
class part_writer final : public http_sink {
public:
  part_writer(download const& what, std::uint64_t here, download_progress const& progress)
      : x_what(what), x_progress(progress), x_here(here) {}
  ~part_writer() override {
    if (x_file >= 0) ::close(x_file);
  }
  part_writer(part_writer const&) = delete;
  part_writer& operator=(part_writer const&) = delete;

  std::expected<bool, failure> begin(http_head const& head) override {
    if (head.status != 200 && head.status != 206) return false;
    bool const goes_on = head.status == 206;
    if (goes_on && !continues(head)) return std::unexpected(failure{failure::kind::broken, "Another part came."});
    if (!goes_on) x_here = 0;
    x_file =
        ::open(x_what.part.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (goes_on ? O_APPEND : O_TRUNC), 0600);
    if (x_file < 0) return std::unexpected(disk_failure());
    return true;
  }

  std::expected<void, failure> take(std::string_view bytes) override {
    x_here += bytes.size();
    if (x_here > x_what.size)
      return std::unexpected(failure{failure::kind::broken, "The file is longer than it says."});
    while (!bytes.empty()) {
      auto const written = ::write(x_file, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return std::unexpected(disk_failure());
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (x_progress && !x_progress(x_here, x_what.size))
      return std::unexpected(failure{failure::kind::stopped, "Stopped."});
    return {};
  }

  std::uint64_t here() const { return x_here; }
  bool sync() { return x_file >= 0 && ::fsync(x_file) == 0; }

private:
  bool continues(http_head const& head) const {
    auto const range = head.headers.find("content-range");
    return range != head.headers.end() && range->second.starts_with("bytes " + std::to_string(x_here) + "-");
  }

  download const& x_what;
  download_progress const& x_progress;
  std::uint64_t x_here;
  int x_file = -1;
};

std::unexpected<download_fault> fault(failure why) { return std::unexpected(download_fault{std::move(why)}); }

std::uint64_t bytes_here(download const& what) {
  std::error_code ignored;
  auto const size = std::filesystem::file_size(what.part, ignored);
  return ignored || size > what.size ? 0 : size;
}

std::expected<void, download_fault> put_in_place(download const& what) {
  auto const hash = sha256_of_file(what.part);
  std::error_code error;
  if (!hash || hash->hex() != what.sha256) {
    std::filesystem::remove(what.part, error);
    return fault({failure::kind::broken, "The bytes that came do not have the hash that they should have."});
  }
  std::filesystem::rename(what.part, what.destination, error);
  if (error) return fault({failure::kind::disk, error.message()});
  return {};
}

}  // namespace

std::expected<void, download_fault> fetch(address const& server, download const& what,
                                          download_progress const& progress, http_limits const& limits) {
  auto const here = bytes_here(what);
  if (here == what.size && here > 0) return put_in_place(what);
  http_request request{.target = what.target};
  if (!what.token.empty()) request.headers["Authorization"] = "Bearer " + what.token;
  if (here > 0) {
    request.headers["Range"] = "bytes=" + std::to_string(here) + "-";
    request.headers["If-Range"] = '"' + what.sha256 + '"';
  }
  part_writer writer(what, here, progress);
  auto const response = exchange(server, request, &writer, limits);
  if (!response) return fault(response.error());
  if (response->head.status != 200 && response->head.status != 206)
    return std::unexpected(
        download_fault{{failure::kind::broken, "The server gave no file."}, response->head.status, response->body});
  if (writer.here() != what.size) return fault({failure::kind::broken, "The file is shorter than it says."});
  if (!writer.sync()) return fault(disk_failure());
  return put_in_place(what);
}

}  // namespace dais::native
