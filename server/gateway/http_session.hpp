#pragma once

#include "server/gateway/shard_context.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <memory>

namespace dais::gateway {

/// Serves the requests of one connection, one after the other, until it ends or becomes a WebSocket or an event stream.
/// Called on the shard that the socket belongs to.
void serve_http(boost::asio::ip::tcp::socket socket, std::shared_ptr<shard_context> on);

}  // namespace dais::gateway
