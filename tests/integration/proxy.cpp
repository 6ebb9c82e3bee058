#include "tests/integration/proxy.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

namespace dais::integration {

namespace asio = boost::asio;
using asio::as_tuple;
using asio::use_awaitable;

namespace {

using tcp = asio::ip::tcp;
tcp::socket& socket_of(tcp::socket& stream) { return stream; }
tcp::socket& socket_of(asio::ssl::stream<tcp::socket>& stream) { return stream.next_layer(); }

/// Ends what either side still waits for; what was written before arrives.
void hang_up(tcp::socket& client, tcp::socket& server) {
  boost::system::error_code ignored;
  for (auto* one : {&client, &server}) one->shutdown(tcp::socket::shutdown_both, ignored);
}

}  // namespace

class proxy::shell {
public:
  shell(native::address to, std::optional<certificate> tls, meddler meddle)
      : x_to(std::move(to)),
        x_tls(std::move(tls)),
        x_meddle(std::move(meddle)),
        x_acceptor(x_context, {asio::ip::address_v4::loopback(), 0}) {
    asio::co_spawn(x_context, listen(), [](std::exception_ptr) {});
    x_thread = std::thread([this] { x_context.run(); });
  }
  ~shell() {
    x_context.stop();
    x_thread.join();
  }
  shell(shell const&) = delete;
  shell& operator=(shell const&) = delete;

  native::address where(std::string const& host) const {
    return {x_tls.has_value(), host, std::to_string(x_acceptor.local_endpoint().port()), ""};
  }
  std::vector<std::string> requests() const {
    std::lock_guard const lock(x_guard);
    return x_requests;
  }
  void drop() {
    asio::post(x_context, [this] {
      for (auto const& [client, server] : x_open) hang_up(*client, *server);
    });
  }

private:
  asio::awaitable<void> listen() {
    for (;;) {
      auto client = co_await x_acceptor.async_accept(use_awaitable);
      // A connection that breaks is what some tests want; the client says what it thinks of it.
      asio::co_spawn(x_context, serve(std::move(client)), [](std::exception_ptr) {});
    }
  }

  asio::awaitable<void> serve(tcp::socket client) {
    tcp::socket server(x_context);
    auto const port = static_cast<unsigned short>(std::stoi(x_to.port));
    co_await server.async_connect({asio::ip::make_address(x_to.host), port}, use_awaitable);
    if (!x_tls) {
      co_await forward(client, server);
      co_return;
    }
    asio::ssl::context context(asio::ssl::context::tls_server);
    context.use_certificate_chain_file(x_tls->chain.string());
    context.use_private_key_file(x_tls->key.string(), asio::ssl::context::pem);
    asio::ssl::stream<tcp::socket> stream(std::move(client), context);
    co_await stream.async_handshake(asio::ssl::stream_base::server, use_awaitable);
    co_await forward(stream, server);
  }

  template <class Client>
  asio::awaitable<void> forward(Client& client, tcp::socket& server) {
    using namespace asio::experimental::awaitable_operators;
    std::string head;
    co_await asio::async_read_until(client, asio::dynamic_buffer(head), "\r\n\r\n", use_awaitable);
    {
      std::lock_guard const lock(x_guard);
      x_requests.push_back(head);
    }
    x_open.emplace(&socket_of(client), &server);
    co_await asio::async_write(server, asio::buffer(head), as_tuple(use_awaitable));
    co_await (bring_there(client, server) && bring_back(client, server, head));
    x_open.erase(&socket_of(client));
  }

  template <class Client>
  asio::awaitable<void> bring_there(Client& client, tcp::socket& server) {
    std::string piece(65536, '\0');
    for (;;) {
      auto const [fault, size] = co_await client.async_read_some(asio::buffer(piece), as_tuple(use_awaitable));
      if (fault) break;
      auto const [broken, sent] =
          co_await asio::async_write(server, asio::buffer(piece.data(), size), as_tuple(use_awaitable));
      if (broken) break;
    }
    hang_up(socket_of(client), server);
  }

  template <class Client>
  asio::awaitable<void> bring_back(Client& client, tcp::socket& server, std::string request) {
    std::uint64_t at = 0;
    for (;;) {
      std::string piece(65536, '\0');
      auto const [fault, size] = co_await server.async_read_some(asio::buffer(piece), as_tuple(use_awaitable));
      if (fault) break;
      piece.resize(size);
      bool const goes_on = !x_meddle || x_meddle(request, at, piece);
      at += size;
      auto const [broken, sent] = co_await asio::async_write(client, asio::buffer(piece), as_tuple(use_awaitable));
      if (broken || !goes_on) break;
    }
    hang_up(socket_of(client), server);
  }

  native::address x_to;
  std::optional<certificate> x_tls;
  meddler x_meddle;
  asio::io_context x_context;
  tcp::acceptor x_acceptor;
  std::map<tcp::socket*, tcp::socket*> x_open;  ///< the server's by the client's
  mutable std::mutex x_guard;
  std::vector<std::string> x_requests;  ///< guarded by x_guard
  std::thread x_thread;
};

proxy::proxy(native::address to, std::optional<certificate> tls, meddler meddle)
    : x_shell(std::make_unique<shell>(std::move(to), std::move(tls), std::move(meddle))) {}

proxy::~proxy() = default;

native::address proxy::where(std::string const& host) const { return x_shell->where(host); }

std::vector<std::string> proxy::requests() const { return x_shell->requests(); }

void proxy::drop() { x_shell->drop(); }

}  // namespace dais::integration
