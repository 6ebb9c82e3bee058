#include "server/journal/sha256.hpp"

namespace dais::journal {

namespace {

unsigned char const* bytes_of(void const* data) { return static_cast<unsigned char const*>(data); }

}  // namespace

sha256_hasher::sha256_hasher() { crypto_hash_sha256_init(&x_state); }

sha256_hasher& sha256_hasher::add(std::string_view bytes) {
  crypto_hash_sha256_update(&x_state, bytes_of(bytes.data()), bytes.size());
  return *this;
}

sha256_hasher& sha256_hasher::add(std::span<std::byte const> bytes) {
  crypto_hash_sha256_update(&x_state, bytes_of(bytes.data()), bytes.size());
  return *this;
}

sha256_hasher& sha256_hasher::add(protocol::hash256 const& hash) {
  crypto_hash_sha256_update(&x_state, hash.bytes.data(), hash.bytes.size());
  return *this;
}

protocol::hash256 sha256_hasher::finish() {
  protocol::hash256 hash;
  crypto_hash_sha256_final(&x_state, hash.bytes.data());
  return hash;
}

protocol::hash256 sha256(std::string_view bytes) { return sha256_hasher().add(bytes).finish(); }

}  // namespace dais::journal
