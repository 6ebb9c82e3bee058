#include "server/allocation_check/digest.hpp"

#include "protocol/hash256.hpp"

#include <sodium/crypto_hash_sha256.h>

namespace dais::allocation_check {

std::string sha256_hex(std::string_view bytes) {
  protocol::hash256 hash;
  crypto_hash_sha256(hash.bytes.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  return hash.hex();
}

}  // namespace dais::allocation_check
