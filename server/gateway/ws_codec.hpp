#pragma once

#include "server/gateway/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dais::gateway {

/// What a WebSocket frame holds (RFC 6455, 5.2).
enum class opcode : std::uint8_t { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 };

/// Close codes of RFC 6455, 7.4.1, that the codec itself decides on.
enum class ws_status : std::uint16_t {
  normal = 1000,
  protocol_error = 1002,
  unsupported_data = 1003,
  no_status = 1005,  ///< never on the wire: the peer's close frame was empty
  invalid_payload = 1007,
  too_big = 1009,
};

/// One unmasked frame, whole and final, as a server sends it. `payload` of a control frame is at most 125 bytes.
std::string make_frame(opcode of, std::string_view payload);

/// A close frame; the reason is cut to 123 bytes, between two characters.
std::string make_close_frame(std::uint16_t code, std::string_view reason);

struct ws_limits {
  /// Payload bytes of one frame, and of a message made of several.
  std::size_t frame_bytes = std::size_t{1} << 20;
  std::size_t message_bytes = std::size_t{1} << 20;
};

/// Reads what a client sends after the handshake: bytes in, messages and control frames out. No I/O.
///
/// Refused, each with its close code: frames without mask, reserved bits and opcodes, lengths not in their shortest
/// form, control frames that are fragmented or above 125 bytes, fragments out of order, text that is not UTF-8 (at the
/// first wrong byte), close frames with a bad code or reason, frames and messages above the limits.
class ws_decoder {
public:
  enum class event : std::uint8_t {
    need_more,  ///< all input is used up
    text,       ///< a message is complete: take it with `take_message`
    binary,     ///< likewise
    ping,       ///< `control_payload` holds what the pong must carry
    pong,
    close,  ///< the peer closes, for `close_status`
    fault,  ///< the peer is at fault: close with `close_status`; feed no more
  };

  explicit ws_decoder(ws_limits limits = {}) : x_limits(limits) {}

  /// Reads from the front of `input`, up to the next event, and removes what it read.
  event decode(std::string_view& input);

  /// The message of the last `text` or `binary` event.
  std::string take_message();
  /// Payload of the last ping or pong, or the reason of the last close frame; lives until the next `decode`.
  std::string_view control_payload() const {
    return std::string_view(x_control.data(), x_control_size).substr(x_reason_at);
  }
  /// Set by `close` and `fault`.
  std::uint16_t close_status() const { return x_close_status; }

private:
  event fail(ws_status status);
  event read_header(std::string_view& input);
  event begin_frame();
  event read_payload(std::string_view& input);
  event read_data(std::string_view piece);
  event end_frame();
  event end_close();
  void unmask(char* bytes, std::size_t size);
  bool is_control() const { return (static_cast<std::uint8_t>(x_opcode) & 8U) != 0; }

  ws_limits x_limits;
  std::array<std::uint8_t, 14> x_header{};
  std::uint8_t x_header_size = 0;
  bool x_in_payload = false;
  bool x_in_message = false;
  bool x_final = false;
  bool x_failed = false;
  opcode x_opcode = opcode::continuation;
  opcode x_message_opcode = opcode::text;
  std::array<std::uint8_t, 4> x_mask{};
  std::uint64_t x_frame_size = 0;
  std::uint64_t x_frame_read = 0;
  std::array<char, 125> x_control{};
  std::uint8_t x_control_size = 0;
  std::uint8_t x_reason_at = 0;
  std::uint16_t x_close_status = 0;
  utf8_check x_utf8;
  std::string x_message;
};

}  // namespace dais::gateway
