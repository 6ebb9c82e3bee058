#pragma once

#include <sodium/crypto_hash_sha256.h>

#include <cstdint>
#include <optional>

#include "server/vault/blob.hpp"
#include "server/vault/store.hpp"

namespace dais::vault {

/// What every writer does with its pieces: bounds them, hashes them, writes them to an open file.
class intake {
public:
  intake(descriptor file, std::int64_t largest);

  result<void> append(std::span<std::byte const> piece);
  /// The hash and size of everything appended, or the error that an append had. The intake is used up.
  result<stored> finish();
  descriptor& file() { return x_file; }

private:
  descriptor x_file;
  std::int64_t x_largest;
  std::int64_t x_size = 0;
  crypto_hash_sha256_state x_hash;
  std::optional<error> x_failed;
};

}  // namespace dais::vault
