#pragma once

#include "server/gateway/live_session.hpp"
#include "server/gateway/ws_codec.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace dais::gateway {

/// A WebSocket after its handshake: requests in, replies and live messages out.
class ws_session final : public live_session {
public:
  ws_session(std::shared_ptr<shard_context> on, principal who);
  ~ws_session() = default;

  /// Takes over the socket after the `101`, with what the peer has sent behind its request.
  void begin(boost::asio::ip::tcp::socket socket, std::string_view already_read);

private:
  class ticket;

  std::string close_bytes(std::uint16_t code, std::string_view reason) override;
  std::string prefix_of(hub::frame const&) override { return {}; }
  void received(std::string_view bytes) override;
  void peer_is_silent() override;
  bool expects_words() const override { return true; }

  void make_call(std::string request);
  void settle(std::optional<std::string> reply);

  principal x_who;
  ws_decoder x_decoder;
  std::string x_unread;
  std::size_t x_in_flight = 0;
  bool x_deaf = false;
};

}  // namespace dais::gateway
