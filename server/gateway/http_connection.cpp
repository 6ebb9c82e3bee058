#include "server/gateway/http_connection.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

namespace dais::gateway {

using boost::asio::awaitable;
using boost::asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::size_t most_lingering_bytes = std::size_t{4} << 20U;

bool is_would_block() { return errno == EAGAIN || errno == EWOULDBLOCK; }

}  // namespace

http_connection::http_connection(tcp::socket socket, std::shared_ptr<shard_context> on)
    : x_on(std::move(on)), x_socket(std::move(socket)), x_watchdog(x_socket.get_executor(), [this] {
        x_timed_out = true;
        x_on->numbers().timeouts.add();
        cancel();
      }) {}

void http_connection::cancel() {
  error_code ignored;
  x_socket.cancel(ignored);
}

awaitable<bool> http_connection::wait(tcp::socket::wait_type what, std::chrono::milliseconds deadline) {
  x_watchdog.expire_after(deadline);
  auto const [problem] = co_await x_socket.async_wait(what, boost::asio::as_tuple(boost::asio::use_awaitable));
  x_watchdog.expire_never();
  co_return !problem && !x_timed_out;
}

awaitable<bool> http_connection::read_more(std::chrono::milliseconds deadline) {
  for (;;) {
    auto& buffer = x_on->read_buffer;
    auto const got = ::recv(x_socket.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (got > 0) {
      input.append(buffer.data(), static_cast<std::size_t>(got));
      co_return true;
    }
    if (got == 0 || (!is_would_block() && errno != EINTR)) co_return false;
    auto const ready = co_await wait(tcp::socket::wait_read, deadline);
    if (!ready) co_return false;
  }
}

awaitable<bool> http_connection::write(std::string_view first, std::string_view second) {
  while (!first.empty() || !second.empty()) {
    std::array<iovec, 2> pieces{iovec{const_cast<char*>(first.data()), first.size()},
                                iovec{const_cast<char*>(second.data()), second.size()}};
    msghdr message{};
    message.msg_iov = pieces.data();
    message.msg_iovlen = pieces.size();
    auto const sent = ::sendmsg(x_socket.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent >= 0) {
      auto const bytes = static_cast<std::size_t>(sent);
      auto const of_first = std::min(bytes, first.size());
      first.remove_prefix(of_first);
      second.remove_prefix(bytes - of_first);
      continue;
    }
    if (errno == EINTR) continue;
    if (!is_would_block()) co_return false;
    auto const ready = co_await wait(tcp::socket::wait_write, x_on->deadlines().write_gap);
    if (!ready) co_return false;
  }
  co_return true;
}

awaitable<void> http_connection::linger() {
  error_code ignored;
  x_socket.shutdown(tcp::socket::shutdown_send, ignored);
  auto const end = std::chrono::steady_clock::now() + x_on->deadlines().linger;
  std::size_t total = 0;
  while (total < most_lingering_bytes) {
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    if (left.count() <= 0) break;
    input.clear();
    auto const more = co_await read_more(left);
    if (!more) break;
    total += input.size();
  }
}

std::string http_connection::peer_address() const {
  error_code problem;
  auto const peer = x_socket.remote_endpoint(problem);
  if (problem) return {};
  auto const address = peer.address();
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

}  // namespace dais::gateway
