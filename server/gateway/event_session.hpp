#pragma once

#include "server/gateway/live_session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dais::gateway {

/// One topic of an event stream and how far its reader has been brought.
struct followed_topic {
  std::string name;
  std::optional<std::uint64_t> seq;
  hub::topic_id number = hub::topic_id::none;  ///< once a message of it has come
};

/// What a request for an event stream asks for.
struct event_request {
  std::string meeting;  ///< empty: topics of the organization
  std::string epoch;    ///< empty: unknown
  std::vector<followed_topic> topics;
};

/// Reads `meeting`, `topics` (comma-separated), `since` (as many numbers, `-` for none) and `epoch` of a query; the id
/// of the last event (`<epoch>:<numbers>`), where a browser sends it again, goes before `since` and `epoch`. Nothing
/// when there is no topic, or a number is none.
std::optional<event_request> parse_event_request(std::string_view query, std::string_view last_event_id);

/// The JSON-RPC request that subscribes to it, with id 1.
std::string subscribe_request(event_request const& asked);

/// `<epoch>:<numbers>`, which names the state of every topic.
std::string event_id(std::string_view epoch, std::vector<followed_topic> const& topics);

/// A `text/event-stream` of the same messages that a WebSocket carries, for where a proxy blocks WebSocket.
///
/// Each message is an event of type `message` whose id names the state of every topic after it. The first event has
/// type `subscribed` and carries the answer to the subscription; the last one, where the server ends the stream, has
/// type `close` and carries `{"code","reason"}`.
class event_session final : public live_session {
public:
  event_session(std::shared_ptr<shard_context> on, event_request asked);
  ~event_session() = default;

  /// Takes over the socket after the answer's head; `result` is the subscription's answer, under `epoch`.
  void begin(boost::asio::ip::tcp::socket socket, std::string epoch, std::string_view result);
  /// Ends before it has begun.
  void give_up() { end(); }

private:
  std::string close_bytes(std::uint16_t code, std::string_view reason) override;
  std::string prefix_of(hub::frame const& message) override;
  void lost_messages() override;
  void received(std::string_view) override {}
  void peer_is_silent() override;
  bool expects_words() const override { return false; }

  event_request x_asked;
};

}  // namespace dais::gateway
