#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/hash256.hpp"

#include <sodium/crypto_hash_sha256.h>

namespace dais::native {

/// SHA-256 of bytes that come in pieces.
class sha256 {
public:
  sha256() { crypto_hash_sha256_init(&x_state); }
  void add(std::string_view bytes);
  protocol::hash256 finish();

private:
  crypto_hash_sha256_state x_state;
};

protocol::hash256 sha256_of(std::string_view bytes);
/// Of a file's bytes; nothing where it cannot be read to its end.
std::optional<protocol::hash256> sha256_of_file(std::filesystem::path const& file);

}  // namespace dais::native
