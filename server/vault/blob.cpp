#include "server/vault/blob.hpp"

#include <unistd.h>

#include <cerrno>

namespace dais::vault {

descriptor::~descriptor() {
  if (x_number >= 0) ::close(x_number);
}

result<std::size_t> blob::read(std::int64_t offset, std::span<std::byte> into) const {
  std::size_t filled = 0;
  while (filled < into.size()) {
    auto const rest = into.subspan(filled);
    auto const got = ::pread(x_file.number(), rest.data(), rest.size(), offset + static_cast<std::int64_t>(filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::unexpected(system_error(errno, "reading a file of the vault"));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

}  // namespace dais::vault
