#include "client/native/sha256.hpp"

#include <array>
#include <fstream>

namespace dais::native {

void sha256::add(std::string_view bytes) {
  crypto_hash_sha256_update(&x_state, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
}

protocol::hash256 sha256::finish() {
  protocol::hash256 out;
  crypto_hash_sha256_final(&x_state, out.bytes.data());
  return out;
}

protocol::hash256 sha256_of(std::string_view bytes) {
  sha256 hash;
  hash.add(bytes);
  return hash.finish();
}

std::optional<protocol::hash256> sha256_of_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  sha256 hash;
  std::array<char, 65536> piece;
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0)
    hash.add({piece.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad()) return std::nullopt;
  return hash.finish();
}

}  // namespace dais::native
