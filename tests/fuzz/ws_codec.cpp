// What a decoder says must not depend on how the bytes were split, and must keep its promises.
#include "server/gateway/ws_codec.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace dais::gateway;
using event = ws_decoder::event;

namespace {

constexpr ws_limits limits{.frame_bytes = 700, .message_bytes = 1000};

void check(bool holds) {
  if (!holds) std::abort();
}

/// Everything that is said, as text.
std::string listen(std::string_view bytes, std::size_t piece) {
  ws_decoder decoder(limits);
  std::string said;
  while (!bytes.empty()) {
    auto input = bytes.substr(0, piece);
    bytes.remove_prefix(input.size());
    while (!input.empty()) {
      auto const got = decoder.decode(input);
      if (got == event::need_more) {
        check(input.empty());
        break;
      }
      said += static_cast<char>('a' + static_cast<int>(got));
      if (got == event::text || got == event::binary) {
        auto const message = decoder.take_message();
        check(message.size() <= limits.message_bytes);
        check(got == event::binary || is_utf8(message));
        said += message + '|';
      }
      if (got == event::ping || got == event::pong) said += decoder.control_payload();
      if (got == event::close || got == event::fault) {
        check(decoder.close_status() >= 1000);
        return said + std::to_string(decoder.close_status());
      }
    }
  }
  return said;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size < 2) return 0;
  std::string_view const bytes(reinterpret_cast<char const*>(data) + 1, size - 1);
  auto const whole = listen(bytes, bytes.size());
  check(listen(bytes, 1) == whole);
  check(listen(bytes, data[0] % 32U + 1U) == whole);
  return 0;
}
