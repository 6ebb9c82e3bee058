#include "server/access/token.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <sodium.h>

#include "server/journal/sha256.hpp"

namespace dais::access {

namespace {

constexpr std::size_t token_length = 43;

template <std::size_t Bytes>
std::string random_text() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium has no source of random numbers");
  std::array<unsigned char, Bytes> random;
  randombytes_buf(random.data(), random.size());
  constexpr int alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(Bytes, alphabet), '\0');
  sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), alphabet);
  sodium_memzero(random.data(), random.size());
  text.pop_back();  // the terminating zero
  return text;
}

bool of_base64url(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

token new_token() {
  auto text = random_text<32>();
  auto const hash = journal::sha256(text);
  return {std::move(text), hash};
}

std::optional<protocol::hash256> token_hash(std::string_view text) {
  if (text.size() != token_length || !std::ranges::all_of(text, of_base64url)) return std::nullopt;
  return journal::sha256(text);
}

protocol::sign_in_id new_sign_in_id() { return {random_text<16>()}; }

}  // namespace dais::access
