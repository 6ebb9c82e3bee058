#pragma once

#include <sodium/crypto_hash_sha256.h>

#include <cstddef>
#include <span>
#include <string_view>

#include "protocol/hash256.hpp"

namespace dais::journal {

/// SHA-256 of bytes that come in pieces.
class sha256_hasher {
public:
  sha256_hasher();
  sha256_hasher& add(std::string_view bytes);
  sha256_hasher& add(std::span<std::byte const> bytes);
  sha256_hasher& add(protocol::hash256 const& hash);
  /// The hash of everything added. The hasher is used up.
  protocol::hash256 finish();

private:
  crypto_hash_sha256_state x_state;
};

protocol::hash256 sha256(std::string_view bytes);

}  // namespace dais::journal
