#include "server/gateway/ws_codec.hpp"

#include "server/hub/frame.hpp"

#include <algorithm>
#include <utility>

namespace dais::gateway {

namespace {

constexpr std::size_t max_control = 125;
constexpr std::size_t mask_size = 4;

std::uint64_t big_endian(std::uint8_t const* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = (value << 8U) | bytes[i];
  return value;
}

/// Codes that may stand in a close frame (RFC 6455, 7.4, and the IANA registry).
bool is_sendable(std::uint16_t code) {
  return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

}  // namespace

std::string make_frame(opcode of, std::string_view payload) {
  std::string bytes;
  bytes.reserve(payload.size() + 10);
  hub::append_frame_header(bytes, static_cast<std::uint8_t>(of), payload.size());
  bytes += payload;
  return bytes;
}

std::string make_close_frame(std::uint16_t code, std::string_view reason) {
  auto size = std::min(reason.size(), max_control - 2);
  while (size < reason.size() && size > 0 && (static_cast<std::uint8_t>(reason[size]) & 0xc0U) == 0x80) --size;
  std::string payload{static_cast<char>(code >> 8U), static_cast<char>(code & 0xffU)};
  payload += reason.substr(0, size);
  return make_frame(opcode::close, payload);
}

ws_decoder::event ws_decoder::fail(ws_status status) {
  x_failed = true;
  x_close_status = static_cast<std::uint16_t>(status);
  std::string().swap(x_message);
  return event::fault;
}

std::string ws_decoder::take_message() { return std::exchange(x_message, {}); }

ws_decoder::event ws_decoder::decode(std::string_view& input) {
  if (x_failed) return event::fault;
  for (;;) {
    auto const got = x_in_payload ? read_payload(input) : read_header(input);
    if (got != event::need_more || input.empty()) return got;
  }
}

ws_decoder::event ws_decoder::read_header(std::string_view& input) {
  std::size_t wanted = 2;
  for (;;) {
    if (x_header_size >= 2) {
      auto const length = x_header[1] & 0x7fU;
      wanted = 2 + (length == 126 ? 2U : length == 127 ? 8U : 0U) + mask_size;
    }
    if (x_header_size == wanted) break;
    if (input.empty()) return event::need_more;
    x_header[x_header_size++] = static_cast<std::uint8_t>(input.front());
    input.remove_prefix(1);
    // The first two bytes alone can be wrong: say so before waiting for more.
    if (x_header_size == 1 && (x_header[0] & 0x70U) != 0) return fail(ws_status::protocol_error);
    if (x_header_size == 2 && (x_header[1] & 0x80U) == 0) return fail(ws_status::protocol_error);
  }
  return begin_frame();
}

ws_decoder::event ws_decoder::begin_frame() {
  x_final = (x_header[0] & 0x80U) != 0;
  x_opcode = static_cast<opcode>(x_header[0] & 0x0fU);
  auto const short_length = x_header[1] & 0x7fU;
  auto const length_bytes = short_length == 126 ? 2U : short_length == 127 ? 8U : 0U;
  x_frame_size = length_bytes == 0 ? short_length : big_endian(x_header.data() + 2, length_bytes);
  std::copy_n(x_header.data() + 2 + length_bytes, mask_size, x_mask.begin());
  x_header_size = 0;
  x_frame_read = 0;

  if ((length_bytes == 2 && x_frame_size < 126) || (length_bytes == 8 && x_frame_size <= 0xffff)) {
    return fail(ws_status::protocol_error);
  }
  switch (x_opcode) {
    case opcode::close:
    case opcode::ping:
    case opcode::pong:
      if (!x_final || x_frame_size > max_control) return fail(ws_status::protocol_error);
      x_control_size = 0;
      x_reason_at = 0;
      break;
    case opcode::text:
    case opcode::binary:
      if (x_in_message) return fail(ws_status::protocol_error);
      x_in_message = true;
      x_message_opcode = x_opcode;
      x_message.clear();
      x_utf8 = {};
      break;
    case opcode::continuation:
      if (!x_in_message) return fail(ws_status::protocol_error);
      break;
    default:
      return fail(ws_status::protocol_error);
  }
  if (!is_control() &&
      (x_frame_size > x_limits.frame_bytes || x_frame_size > x_limits.message_bytes - x_message.size())) {
    return fail(ws_status::too_big);
  }
  x_in_payload = true;
  return x_frame_size == 0 ? end_frame() : event::need_more;
}

ws_decoder::event ws_decoder::read_payload(std::string_view& input) {
  auto const size = static_cast<std::size_t>(std::min<std::uint64_t>(input.size(), x_frame_size - x_frame_read));
  auto const piece = input.substr(0, size);
  input.remove_prefix(size);
  if (is_control()) {
    std::ranges::copy(piece, x_control.begin() + x_control_size);
    unmask(x_control.data() + x_control_size, size);
    x_control_size = static_cast<std::uint8_t>(x_control_size + size);
  } else if (auto const got = read_data(piece); got == event::fault) {
    return got;
  }
  x_frame_read += size;
  return x_frame_read == x_frame_size ? end_frame() : event::need_more;
}

ws_decoder::event ws_decoder::read_data(std::string_view piece) {
  auto const before = x_message.size();
  x_message += piece;
  unmask(x_message.data() + before, piece.size());
  if (x_message_opcode == opcode::text && !x_utf8.feed(std::string_view(x_message).substr(before))) {
    return fail(ws_status::invalid_payload);
  }
  return event::need_more;
}

void ws_decoder::unmask(char* bytes, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    bytes[i] = static_cast<char>(static_cast<std::uint8_t>(bytes[i]) ^ x_mask[(x_frame_read + i) & 3U]);
  }
}

ws_decoder::event ws_decoder::end_frame() {
  x_in_payload = false;
  switch (x_opcode) {
    case opcode::ping:
      return event::ping;
    case opcode::pong:
      return event::pong;
    case opcode::close:
      return end_close();
    default:
      break;
  }
  if (!x_final) return event::need_more;
  x_in_message = false;
  if (x_message_opcode == opcode::binary) return event::binary;
  if (!x_utf8.complete()) return fail(ws_status::invalid_payload);
  return event::text;
}

ws_decoder::event ws_decoder::end_close() {
  if (x_control_size == 0) {
    x_close_status = static_cast<std::uint16_t>(ws_status::no_status);
    return event::close;
  }
  if (x_control_size == 1) return fail(ws_status::protocol_error);
  auto const first = static_cast<std::uint8_t>(x_control[0]);
  auto const second = static_cast<std::uint8_t>(x_control[1]);
  auto const code = static_cast<std::uint16_t>((first << 8U) | second);
  if (!is_sendable(code)) return fail(ws_status::protocol_error);
  x_reason_at = 2;
  if (!is_utf8(control_payload())) return fail(ws_status::invalid_payload);
  x_close_status = code;
  return event::close;
}

}  // namespace dais::gateway
