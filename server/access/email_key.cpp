#include "server/access/email_key.hpp"

#include <stdexcept>

#include <sodium.h>

namespace dais::access {

email_secret new_email_secret() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium has no source of random numbers");
  email_secret secret;
  randombytes_buf(secret.data(), secret.size());
  return secret;
}

protocol::hash256 email_key(email_secret const& secret, protocol::email const& unknown) {
  protocol::hash256 key;
  crypto_generichash(key.bytes.data(), key.bytes.size(), reinterpret_cast<unsigned char const*>(unknown.value.data()),
                     unknown.value.size(), secret.data(), secret.size());
  return key;
}

}  // namespace dais::access
