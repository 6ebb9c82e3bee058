#pragma once

#include "server/gateway/request.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace dais::gateway {

/// The value of Sec-WebSocket-Accept for a client's key (RFC 6455, 4.2.2).
std::string websocket_accept(std::string_view key);

/// What is wrong with an opening handshake: a status and a sentence.
struct handshake_fault {
  int status;
  std::string message;
};

/// Checks a request to be an opening handshake for the subprotocol `dais.v1` (RFC 6455, 4.2.1), and yields the whole
/// `101` answer. Who asks, and from which origin, is not looked at.
std::expected<std::string, handshake_fault> accept_websocket(request_head const& head);

}  // namespace dais::gateway
