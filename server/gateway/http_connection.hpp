#pragma once

#include "server/gateway/shard_context.hpp"
#include "server/runtime/watchdog.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

namespace dais::gateway {

/// Bytes in and out of one socket, each wait with its deadline. Its coroutines end before it does.
class http_connection {
public:
  http_connection(boost::asio::ip::tcp::socket socket, std::shared_ptr<shard_context> on);

  /// What has been read and not used.
  std::string input;

  /// Appends at least one byte to `input`; false when the peer has ended, the deadline has come, or `cancel` was
  /// called.
  boost::asio::awaitable<bool> read_more(std::chrono::milliseconds deadline);
  /// Writes both texts, which must live until it is done; false when the peer takes nothing any more.
  boost::asio::awaitable<bool> write(std::string_view first, std::string_view second = {});
  /// Ends our side and reads on for a moment, so that the peer sees our last answer before a reset.
  boost::asio::awaitable<void> linger();

  /// Whether the last failure was a deadline's.
  bool timed_out() const { return x_timed_out; }
  /// Ends the wait that is under way.
  void cancel();
  /// Gives the socket away; the connection is of no use after that.
  boost::asio::ip::tcp::socket release() { return std::move(x_socket); }
  /// The address at the other end, in IPv4's form where it is one.
  std::string peer_address() const;

private:
  boost::asio::awaitable<bool> wait(boost::asio::ip::tcp::socket::wait_type what, std::chrono::milliseconds deadline);

  std::shared_ptr<shard_context> x_on;
  boost::asio::ip::tcp::socket x_socket;
  runtime::watchdog x_watchdog;
  bool x_timed_out = false;
};

}  // namespace dais::gateway
