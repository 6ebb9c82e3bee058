#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dais::hub {

/// Number of a topic within one hub replica (one shard); 0 for what belongs to no topic.
enum class topic_id : std::uint32_t { none = 0 };

/// What a frame does to its reader's state.
enum class frame_kind : std::uint8_t {
  reply,     ///< answer to a request; belongs to one connection and is never dropped
  snapshot,  ///< a topic's whole state; mends whatever its reader missed
  patch,     ///< a step between two states of a topic; useless to a reader that missed the one before
  notice,    ///< may be dropped without harm (heartbeats)
};

/// One message, serialized and framed once and shared by everybody that it goes to: a WebSocket text frame with its
/// JSON payload inside, which an event stream sends without the frame's header. Copying costs no allocation.
class frame {
public:
  /// No message.
  frame() = default;

  /// True unless default-made.
  explicit operator bool() const { return x_shared != nullptr; }

  /// Header and payload, as they go over a WebSocket.
  std::string_view ws_bytes() const { return x_shared->bytes; }
  /// The JSON text; one line, no raw line break.
  std::string_view payload() const { return std::string_view(x_shared->bytes).substr(x_shared->header); }
  frame_kind kind() const { return x_shared->kind; }
  /// The sequence number of the state that the message leads to; 0 for replies and notices.
  std::uint64_t seq() const { return x_shared->seq; }
  /// The topic's name as subscribers know it, empty where there is none.
  std::string_view topic_name() const { return x_shared->topic_name; }
  /// The topic's number on the shard that this copy was made for.
  topic_id topic() const { return x_topic; }

  /// The same message under the number that another replica gave the topic.
  frame numbered(topic_id here) const {
    frame copy = *this;
    copy.x_topic = here;
    return copy;
  }

private:
  struct shared {
    std::string bytes;
    std::size_t header;
    frame_kind kind;
    std::uint64_t seq;
    std::string topic_name;
  };

  friend frame make_frame(std::string_view json, frame_kind kind, topic_id topic, std::uint64_t seq,
                          std::string topic_name);

  std::shared_ptr<shared const> x_shared;
  topic_id x_topic = topic_id::none;
};

/// Frames `json` (UTF-8 without raw line breaks) as one unfragmented, unmasked WebSocket text message.
frame make_frame(std::string_view json, frame_kind kind, topic_id topic = topic_id::none, std::uint64_t seq = 0,
                 std::string topic_name = {});

/// Appends the header of an unmasked, final WebSocket frame (RFC 6455, 5.2) with `opcode` (0–15) and a payload of
/// `size` bytes, in the shortest of its three forms.
void append_frame_header(std::string& to, std::uint8_t opcode, std::uint64_t size);

}  // namespace dais::hub
