#include "server/journal/seal.hpp"

#include <sodium.h>

#include <stdexcept>

namespace dais::journal {

namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
static_assert(sizeof(key::bytes) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

/// sodium_init() may be called any number of times, on any thread.
void need_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium has no source of random numbers");
}

unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
unsigned char const* bytes_of(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

std::unexpected<error> cannot_open() {
  return std::unexpected(error{fault::corrupt, "a sealed text does not open with the key of its person"});
}

}  // namespace

key::~key() { sodium_memzero(bytes.data(), bytes.size()); }

key make_key() {
  need_sodium();
  key made;
  randombytes_buf(made.bytes.data(), made.bytes.size());
  return made;
}

std::string seal(key const& with, std::string_view plain, std::string_view bound_to) {
  need_sodium();
  std::string raw(nonce_size + plain.size() + tag_size, '\0');
  randombytes_buf(raw.data(), nonce_size);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(raw) + nonce_size, nullptr, bytes_of(plain), plain.size(),
                                             bytes_of(bound_to), bound_to.size(), nullptr, bytes_of(raw),
                                             with.bytes.data());
  std::string text(sodium_base64_ENCODED_LEN(raw.size(), alphabet), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(raw), raw.size(), alphabet);
  text.pop_back();  // the terminating zero that bin2base64 counts
  return text;
}

result<std::string> open(key const& with, std::string_view sealed, std::string_view bound_to) {
  need_sodium();
  std::string raw(sealed.size(), '\0');
  std::size_t size = 0;
  char const* end = nullptr;
  if (sodium_base642bin(bytes_of(raw), raw.size(), sealed.data(), sealed.size(), nullptr, &size, &end, alphabet) != 0 ||
      end != sealed.data() + sealed.size() || size < nonce_size + tag_size) {
    return cannot_open();
  }
  std::string plain(size - nonce_size - tag_size, '\0');
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr, bytes_of(raw) + nonce_size,
                                                 size - nonce_size, bytes_of(bound_to), bound_to.size(), bytes_of(raw),
                                                 with.bytes.data()) != 0) {
    return cannot_open();
  }
  return plain;
}

}  // namespace dais::journal
