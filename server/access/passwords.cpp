#include "server/access/passwords.hpp"

#include <new>

#include <sodium.h>

#include "server/access/token.hpp"

namespace dais::access {

static_assert(password_passes == crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE);
static_assert(password_memory == crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE);

std::string hash_password(std::string_view password) {
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), password_passes, password_memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  hash.resize(hash.find('\0'));
  return hash;
}

bool verify_password(std::string const& hash, std::string_view password) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string const& hash) {
  return crypto_pwhash_str_needs_rehash(hash.c_str(), password_passes, password_memory) != 0;
}

std::string const& decoy_hash() {
  static std::string const decoy = hash_password(new_token().text);
  return decoy;
}

}  // namespace dais::access
