#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dais::protocol {

/// A SHA-256: 32 bytes, written as 64 lower-case hexadecimal digits. Names an entry of a journal or the bytes of a
/// file.
struct hash256 {
  std::array<std::uint8_t, 32> bytes{};

  /// 64 lower-case digits.
  std::string hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(64);
    for (auto byte : bytes) {
      text += digits[byte >> 4];
      text += digits[byte & 15];
    }
    return text;
  }

  /// Reads exactly 64 lower-case digits; anything else, upper case too, is nothing, so that a hash has one spelling.
  static std::optional<hash256> from_hex(std::string_view text) {
    if (text.size() != 64) return std::nullopt;
    hash256 read;
    for (std::size_t i = 0; i < 64; ++i) {
      int const digit = text[i] >= '0' && text[i] <= '9'   ? text[i] - '0'
                        : text[i] >= 'a' && text[i] <= 'f' ? text[i] - 'a' + 10
                                                           : -1;
      if (digit < 0) return std::nullopt;
      read.bytes[i / 2] = static_cast<std::uint8_t>(read.bytes[i / 2] * 16 + digit);
    }
    return read;
  }

  auto operator<=>(hash256 const&) const = default;
};

}  // namespace dais::protocol
