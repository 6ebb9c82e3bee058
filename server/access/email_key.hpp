#pragma once

#include <array>
#include <cstdint>

#include "protocol/hash256.hpp"
#include "protocol/values.hpp"

namespace dais::access {

/// A secret of a store that makes its hashes of e-mails useless elsewhere.
using email_secret = std::array<std::uint8_t, 32>;

email_secret new_email_secret();

/// Under what an e-mail that nobody has is counted: a keyed BLAKE2b.
protocol::hash256 email_key(email_secret const& secret, protocol::email const& unknown);

}  // namespace dais::access
