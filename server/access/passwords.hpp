#pragma once
// Passwords as Argon2id hashes. Each call takes 64 MiB and tens of milliseconds: on the blocking pool only.

#include <cstddef>
#include <string>
#include <string_view>

namespace dais::access {

/// Argon2id's passes and bytes: libsodium's limits for interactive use (crypto_pwhash_OPSLIMIT_INTERACTIVE and
/// MEMLIMIT_INTERACTIVE), above OWASP's minimum of 19 MiB with two passes.
inline constexpr unsigned long long password_passes = 2;
inline constexpr std::size_t password_memory = 64 * 1'048'576;

/// The hash of a password with a salt of its own, in the usual text form ("$argon2id$v=19$…"). Throws std::bad_alloc
/// where the memory is not there.
std::string hash_password(std::string_view password);

/// Whether this is the password of the hash; false for a text that is no hash.
bool verify_password(std::string const& hash, std::string_view password);

/// Whether the hash was made with other limits than those above: then hash again while the password is at hand.
bool needs_rehash(std::string const& hash);

/// A hash that no password fits. Verifying against it where there is no account, or no password, makes that take as
/// long as a wrong password, so that nobody learns who has an account.
std::string const& decoy_hash();

}  // namespace dais::access
