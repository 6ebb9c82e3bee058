#include "server/vault/intake.hpp"

#include <unistd.h>

#include <cerrno>
#include <utility>

namespace dais::vault {

namespace {

result<void> write_all(int file, std::span<std::byte const> piece) {
  while (!piece.empty()) {
    auto const written = ::write(file, piece.data(), piece.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return std::unexpected(system_error(errno, "writing a file into the vault"));
    piece = piece.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

intake::intake(descriptor file, std::int64_t largest) : x_file(std::move(file)), x_largest(largest) {
  crypto_hash_sha256_init(&x_hash);
}

result<void> intake::append(std::span<std::byte const> piece) {
  if (std::cmp_greater(piece.size(), x_largest - x_size)) {
    x_failed = error{fault::too_large, "the file has more than " + std::to_string(x_largest) + " bytes"};
  } else if (auto written = write_all(x_file.number(), piece); !written) {
    x_failed = std::move(written).error();
  }
  if (x_failed) return std::unexpected(*x_failed);
  crypto_hash_sha256_update(&x_hash, reinterpret_cast<unsigned char const*>(piece.data()), piece.size());
  x_size += static_cast<std::int64_t>(piece.size());
  return {};
}

result<stored> intake::finish() {
  if (x_failed) return std::unexpected(*x_failed);
  stored kept{.hash = {}, .size = x_size};
  crypto_hash_sha256_final(&x_hash, kept.hash.bytes.data());
  return kept;
}

}  // namespace dais::vault
