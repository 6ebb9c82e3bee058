#pragma once
// Secrets that are carried by a link or a session. Never log one: a token is worth as much as a password.

#include <optional>
#include <string>
#include <string_view>

#include "protocol/hash256.hpp"
#include "protocol/values.hpp"

namespace dais::access {

/// A secret of 256 random bits and its SHA-256. Only the hash is ever stored.
struct token {
  std::string text;  ///< base64url without padding, 43 characters
  protocol::hash256 hash;
};

/// A new token from the machine's source of randomness.
token new_token();

/// The hash under which a token is stored; nothing for a text that cannot be one.
std::optional<protocol::hash256> token_hash(std::string_view text);

/// A new identifier of a session: 128 random bits, no secret.
protocol::sign_in_id new_sign_in_id();

}  // namespace dais::access
