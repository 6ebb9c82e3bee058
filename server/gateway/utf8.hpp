#pragma once

#include <cstdint>
#include <string_view>

namespace dais::gateway {

/// Checks a text that arrives in pieces to be UTF-8 (RFC 3629): no overlong form, no surrogate, nothing above U+10FFFF.
/// A fault is seen at the first byte that no valid text could have there.
class utf8_check {
public:
  /// False at the first fault; nothing may be fed after that.
  bool feed(std::string_view piece);
  /// True between two characters: the text may end here.
  bool complete() const { return x_missing == 0; }

private:
  bool begin(std::uint8_t lead);

  std::uint8_t x_missing = 0;
  std::uint8_t x_low = 0x80;
  std::uint8_t x_high = 0xbf;
};

/// Whether `text` is UTF-8 from beginning to end.
bool is_utf8(std::string_view text);

}  // namespace dais::gateway
