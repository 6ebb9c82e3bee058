#include "server/gateway/utf8.hpp"

#include <cstring>

namespace dais::gateway {

bool utf8_check::begin(std::uint8_t lead) {
  x_low = 0x80;
  x_high = 0xbf;
  if (lead >= 0xc2 && lead <= 0xdf) {
    x_missing = 1;
  } else if (lead >= 0xe0 && lead <= 0xef) {
    x_missing = 2;
    if (lead == 0xe0) x_low = 0xa0;
    if (lead == 0xed) x_high = 0x9f;
  } else if (lead >= 0xf0 && lead <= 0xf4) {
    x_missing = 3;
    if (lead == 0xf0) x_low = 0x90;
    if (lead == 0xf4) x_high = 0x8f;
  } else {
    return false;
  }
  return true;
}

bool utf8_check::feed(std::string_view piece) {
  std::size_t i = 0;
  while (i < piece.size()) {
    if (x_missing == 0) {
      for (std::uint64_t word = 0; i + sizeof word <= piece.size(); i += sizeof word) {
        std::memcpy(&word, piece.data() + i, sizeof word);
        if ((word & 0x8080808080808080U) != 0) break;
      }
      if (i == piece.size()) break;
    }
    auto const byte = static_cast<std::uint8_t>(piece[i++]);
    if (x_missing != 0) {
      if (byte < x_low || byte > x_high) return false;
      x_low = 0x80;
      x_high = 0xbf;
      --x_missing;
    } else if (byte >= 0x80 && !begin(byte)) {
      return false;
    }
  }
  return true;
}

bool is_utf8(std::string_view text) {
  utf8_check check;
  return check.feed(text) && check.complete();
}

}  // namespace dais::gateway
