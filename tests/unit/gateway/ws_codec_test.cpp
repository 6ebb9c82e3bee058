#include "server/gateway/ws_codec.hpp"

#include "server/gateway/ws_handshake.hpp"
#include "server/hub/frame.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace dais::gateway;
using event = ws_decoder::event;

namespace {

struct client_frame {
  opcode of = opcode::text;
  std::string payload;
  bool final = true;
  bool masked = true;
  std::uint8_t reserved = 0;
};

std::string encode(client_frame const& frame) {
  std::string bytes;
  dais::hub::append_frame_header(bytes, static_cast<std::uint8_t>(frame.of), frame.payload.size());
  bytes[0] = static_cast<char>((frame.final ? 0x80 : 0) | frame.reserved << 4 | static_cast<int>(frame.of));
  if (!frame.masked) return bytes + frame.payload;
  bytes[1] = static_cast<char>(bytes[1] | 0x80);
  std::string const key{'\x12', '\0', '\xff', '\x7f'};
  bytes += key;
  for (std::size_t i = 0; i < frame.payload.size(); ++i) bytes += static_cast<char>(frame.payload[i] ^ key[i % 4]);
  return bytes;
}

struct heard {
  event what;
  std::string text;
  std::uint16_t status = 0;
  bool operator==(heard const&) const = default;
};

/// Everything that a decoder says of `bytes`, given in pieces of `piece` bytes.
std::vector<heard> listen(std::string_view bytes, std::size_t piece, ws_limits limits = {}) {
  ws_decoder decoder(limits);
  std::vector<heard> all;
  while (!bytes.empty()) {
    auto input = bytes.substr(0, piece);
    bytes.remove_prefix(input.size());
    for (;;) {
      auto const got = decoder.decode(input);
      if (got == event::need_more) break;
      if (got == event::text || got == event::binary) all.push_back({got, decoder.take_message()});
      if (got == event::ping || got == event::pong) all.push_back({got, std::string(decoder.control_payload())});
      if (got == event::close) all.push_back({got, std::string(decoder.control_payload()), decoder.close_status()});
      if (got == event::fault) {
        all.push_back({got, {}, decoder.close_status()});
        return all;
      }
      if (input.empty()) break;
    }
  }
  return all;
}

void expect_in_every_split(std::string const& bytes, std::vector<heard> const& wanted, ws_limits limits = {}) {
  for (std::size_t const piece : {1U, 2U, 3U, 5U, 7U, 64U, 1U << 20U}) {
    EXPECT_EQ(listen(bytes, piece, limits), wanted) << "in pieces of " << piece;
  }
}

heard fault(ws_status status) { return {event::fault, {}, static_cast<std::uint16_t>(status)}; }

}  // namespace

TEST(ws_codec, messages_of_every_length_form_arrive_whole_however_they_are_split) {
  for (std::size_t const size : {0U, 1U, 2U, 3U, 4U, 124U, 125U, 126U, 127U, 128U, 65534U, 65535U, 65536U, 65537U}) {
    std::string const text(size, 'd');
    expect_in_every_split(encode({.payload = text}), {{event::text, text}});
  }
}

TEST(ws_codec, every_length_up_to_a_kilobyte_is_read_back) {
  for (std::size_t size = 0; size < 1024; ++size) {
    std::string const text(size, 'x');
    ASSERT_EQ(listen(encode({.payload = text}) + encode({.payload = "next"}), 4096),
              (std::vector<heard>{{event::text, text}, {event::text, "next"}}));
  }
}

TEST(ws_codec, fragments_are_joined_and_control_frames_may_stand_between_them) {
  auto const bytes = encode({.payload = "na\xc3", .final = false}) + encode({.of = opcode::ping, .payload = "p"}) +
                     encode({.of = opcode::continuation, .payload = "", .final = false}) +
                     encode({.of = opcode::pong, .payload = ""}) +
                     encode({.of = opcode::continuation, .payload = "\xafve"});
  expect_in_every_split(bytes, {{event::ping, "p"}, {event::pong, ""}, {event::text, "na\xc3\xafve"}});
}

TEST(ws_codec, binary_messages_are_told_apart) {
  expect_in_every_split(encode({.of = opcode::binary, .payload = "\xff"}), {{event::binary, "\xff"}});
}

TEST(ws_codec, what_breaks_the_protocol_is_refused) {
  auto const wrong = std::vector<heard>{fault(ws_status::protocol_error)};
  expect_in_every_split(encode({.payload = "x", .masked = false}), wrong);
  for (std::uint8_t const reserved : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{4}})
    expect_in_every_split(encode({.reserved = reserved}), wrong);
  for (int const code : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
    expect_in_every_split(encode({.of = static_cast<opcode>(code)}), wrong);
  }
  expect_in_every_split(encode({.of = opcode::continuation, .payload = "x"}), wrong);
  expect_in_every_split(encode({.payload = "a", .final = false}) + encode({.payload = "b"}), wrong);
  for (auto const control : {opcode::ping, opcode::pong, opcode::close}) {
    expect_in_every_split(encode({.of = control, .payload = std::string(126, 'x')}), wrong);
    expect_in_every_split(encode({.of = control, .final = false}), wrong);
  }
}

TEST(ws_codec, lengths_that_are_not_in_their_shortest_form_are_refused) {
  using namespace std::string_literals;
  auto const wrong = std::vector<heard>{fault(ws_status::protocol_error)};
  expect_in_every_split("\x81\xfe\x00\x7d\x00\x00\x00\x00"s, wrong);
  expect_in_every_split("\x81\xff\x00\x00\x00\x00\x00\x00\xff\xff\x00\x00\x00\x00"s, wrong);
}

TEST(ws_codec, a_length_with_the_highest_bit_is_too_big) {
  std::string bytes = "\x81\xff";
  bytes += std::string(8, '\xff') + std::string(4, '\0');
  expect_in_every_split(bytes, {fault(ws_status::too_big)});
}

TEST(ws_codec, limits_hold_for_the_frame_and_for_the_message) {
  ws_limits const limits{.frame_bytes = 10, .message_bytes = 15};
  expect_in_every_split(encode({.payload = std::string(10, 'x')}), {{event::text, std::string(10, 'x')}}, limits);
  expect_in_every_split(encode({.payload = std::string(11, 'x')}), {fault(ws_status::too_big)}, limits);
  auto const first = encode({.payload = std::string(10, 'x'), .final = false});
  expect_in_every_split(first + encode({.of = opcode::continuation, .payload = "12345"}),
                        {{event::text, std::string(10, 'x') + "12345"}}, limits);
  expect_in_every_split(first + encode({.of = opcode::continuation, .payload = "123456"}), {fault(ws_status::too_big)},
                        limits);
}

TEST(ws_codec, text_that_is_not_utf8_is_refused_at_the_first_wrong_byte) {
  for (std::string const bad :
       {"\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "a\x80", "\xff"}) {
    expect_in_every_split(encode({.payload = bad}), {fault(ws_status::invalid_payload)});
  }
  expect_in_every_split(encode({.payload = "a\xe2\x82"}), {fault(ws_status::invalid_payload)});
  // The second fragment never comes: the first is enough.
  EXPECT_EQ(listen(encode({.payload = "\xed\xa0", .final = false}), 1).back(), fault(ws_status::invalid_payload));
}

TEST(ws_codec, close_frames_carry_a_code_that_may_be_sent) {
  expect_in_every_split(encode({.of = opcode::close}), {{event::close, "", 1005}});
  expect_in_every_split(encode({.of = opcode::close,
                                .payload = "\x03\xe8"
                                           "bye"}),
                        {{event::close, "bye", 1000}});
  expect_in_every_split(encode({.of = opcode::close, .payload = "\x0f\xa0"}), {{event::close, "", 4000}});
  expect_in_every_split(encode({.of = opcode::close, .payload = "\x03"}), {fault(ws_status::protocol_error)});
  for (int const code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535}) {
    std::string const payload{static_cast<char>(code >> 8), static_cast<char>(code & 0xff)};
    expect_in_every_split(encode({.of = opcode::close, .payload = payload}), {fault(ws_status::protocol_error)});
  }
  expect_in_every_split(encode({.of = opcode::close, .payload = "\x03\xe8\xff"}), {fault(ws_status::invalid_payload)});
}

TEST(ws_codec, frames_to_the_client_are_unmasked_and_final) {
  EXPECT_EQ(make_frame(opcode::pong, "hi"), "\x8a\x02hi");
  EXPECT_EQ(make_close_frame(1000, "bye"),
            "\x88\x05\x03\xe8"
            "bye");
}

TEST(ws_codec, a_close_reason_is_cut_between_two_characters) {
  std::string reason;
  while (reason.size() < 130) reason += "\xe2\x82\xac";
  auto const frame = make_close_frame(4000, reason);
  EXPECT_EQ(frame.size(), 2U + 2U + 123U);
  EXPECT_TRUE(is_utf8(std::string_view(frame).substr(4)));
  EXPECT_LE(make_close_frame(4000, "a" + reason).size(), 127U);
  EXPECT_TRUE(is_utf8(std::string_view(make_close_frame(4000, "a" + reason)).substr(4)));
}

TEST(ws_handshake, the_example_of_rfc_6455_is_answered_as_it_says) {
  EXPECT_EQ(websocket_accept("dGhlIHNhbXBsZSBub25jZQ=="), "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
}

TEST(utf8, every_single_character_is_taken_and_split_anywhere) {
  for (std::uint32_t point = 0; point <= 0x10ffff; point += point < 0x3000 ? 1 : 251) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    std::string text;
    if (point < 0x80) {
      text += static_cast<char>(point);
    } else if (point < 0x800) {
      text += static_cast<char>(0xc0 | point >> 6U);
      text += static_cast<char>(0x80 | (point & 63U));
    } else if (point < 0x10000) {
      text += static_cast<char>(0xe0 | point >> 12U);
      text += static_cast<char>(0x80 | (point >> 6U & 63U));
      text += static_cast<char>(0x80 | (point & 63U));
    } else {
      text += static_cast<char>(0xf0 | point >> 18U);
      text += static_cast<char>(0x80 | (point >> 12U & 63U));
      text += static_cast<char>(0x80 | (point >> 6U & 63U));
      text += static_cast<char>(0x80 | (point & 63U));
    }
    ASSERT_TRUE(is_utf8(text)) << point;
    utf8_check check;
    for (std::size_t i = 0; i < text.size(); ++i) {
      ASSERT_EQ(check.complete(), i == 0);
      ASSERT_TRUE(check.feed(text.substr(i, 1)));
    }
    ASSERT_TRUE(check.complete());
  }
}
