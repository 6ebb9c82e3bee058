#include "server/hub/frame.hpp"

#include <utility>

namespace dais::hub {

namespace {

constexpr std::uint8_t text_opcode = 1;
constexpr std::size_t longest_header = 10;

}  // namespace

void append_frame_header(std::string& to, std::uint8_t opcode, std::uint64_t size) {
  to += static_cast<char>(0x80U | opcode);
  int length_bytes = 0;
  if (size < 126) {
    to += static_cast<char>(size);
  } else if (size <= 0xffff) {
    to += static_cast<char>(126);
    length_bytes = 2;
  } else {
    to += static_cast<char>(127);
    length_bytes = 8;
  }
  for (int i = length_bytes - 1; i >= 0; --i) to += static_cast<char>((size >> (8 * i)) & 0xffU);
}

frame make_frame(std::string_view json, frame_kind kind, topic_id topic, std::uint64_t seq, std::string topic_name) {
  std::string bytes;
  bytes.reserve(longest_header + json.size());
  append_frame_header(bytes, text_opcode, json.size());
  auto const header = bytes.size();
  bytes += json;
  frame made;
  made.x_shared = std::make_shared<frame::shared const>(frame::shared{
      .bytes = std::move(bytes), .header = header, .kind = kind, .seq = seq, .topic_name = std::move(topic_name)});
  made.x_topic = topic;
  return made;
}

}  // namespace dais::hub
