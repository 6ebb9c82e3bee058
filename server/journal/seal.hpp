#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/journal/error.hpp"

namespace dais::journal {

/// A person's key: 32 random bytes, wiped when it goes.
struct key {
  std::array<std::uint8_t, 32> bytes{};

  key() = default;
  key(key const&) = default;
  key& operator=(key const&) = default;
  ~key();

  bool operator==(key const&) const = default;
};

/// A new key from the operating system's random source.
key make_key();

/// Seals a text with XChaCha20-Poly1305 under a fresh random nonce: base64 (URL alphabet, no padding) of nonce and
/// ciphertext, so the same text never looks the same twice. `bound_to` is not stored but must be the same on opening:
/// it ties the sealed text to its place (person and field), so that it cannot be moved.
std::string seal(key const& with, std::string_view plain, std::string_view bound_to);

/// What seal() was given; `corrupt` if the text, the key or the place is another.
result<std::string> open(key const& with, std::string_view sealed, std::string_view bound_to);

}  // namespace dais::journal
