#include "server/gateway/server.hpp"

#include "server/gateway/http_session.hpp"
#include "server/gateway/shard_context.hpp"
#include "server/runtime/log.hpp"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

namespace dais::gateway {

using boost::asio::ip::tcp;
using boost::system::error_code;

namespace {

/// A shorter queue drops thousands of connections when a whole meeting comes back at once.
constexpr int backlog = 4096;
constexpr int most_accepts_a_turn = 64;
constexpr std::chrono::milliseconds rest_without_descriptors{100};
constexpr std::chrono::milliseconds between_looks{5};

}  // namespace

class server::listener : public std::enable_shared_from_this<listener> {
public:
  listener(runtime::shards& on, std::vector<service*> const& ports, std::shared_ptr<shared_parts> parts)
      : x_shards(on), x_parts(std::move(parts)), x_acceptor(on[0].context()), x_timer(on[0].context()) {
    for (std::size_t i = 0; i < on.size(); ++i) {
      x_contexts.push_back(std::make_shared<shard_context>(on[i], *ports.at(i), x_parts));
    }
  }

  std::expected<std::uint16_t, std::error_code> listen() {
    error_code problem;
    auto const address = boost::asio::ip::make_address(x_parts->chosen.address, problem);
    if (problem) return std::unexpected(std::error_code(problem));
    tcp::endpoint const endpoint(address, x_parts->chosen.port);
    x_acceptor.open(endpoint.protocol(), problem);
    if (!problem) x_acceptor.set_option(tcp::acceptor::reuse_address(true), problem);
    if (!problem) x_acceptor.bind(endpoint, problem);
    if (!problem) x_acceptor.listen(backlog, problem);
    if (!problem) x_acceptor.non_blocking(true, problem);
    if (problem) return std::unexpected(std::error_code(problem));
    x_protocol = endpoint.protocol();
    auto const port = x_acceptor.local_endpoint().port();
    x_shards[0].post([self = shared_from_this()] { self->wait(); });
    return port;
  }

  void close() {
    error_code ignored;
    x_acceptor.close(ignored);
    x_timer.cancel();
  }

  /// Runs `act` with every context on its shard, without waiting.
  template <typename Act>
  void on_every_shard(Act act) {
    for (auto const& context : x_contexts) {
      context->shard.post([context, act] { act(*context); });
    }
  }

  /// Whether no connection was left before the time was over.
  bool wait_until_empty(std::chrono::milliseconds time) {
    auto const end = std::chrono::steady_clock::now() + time;
    while (open() != 0) {
      if (std::chrono::steady_clock::now() >= end) return false;
      std::this_thread::sleep_for(between_looks);
    }
    return true;
  }

  std::size_t open() const { return x_parts->open.load() + x_handed_over.load(); }
  runtime::deadlines const& deadlines() const { return x_parts->chosen.deadlines; }
  runtime::shard& home() { return x_shards[0]; }

private:
  void wait() {
    x_acceptor.async_wait(tcp::acceptor::wait_read, [self = shared_from_this()](error_code problem) {
      if (!problem) self->accept();
    });
  }

  void accept() {
    for (int i = 0; i < most_accepts_a_turn && x_acceptor.is_open(); ++i) {
      auto const descriptor = ::accept4(x_acceptor.native_handle(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (descriptor >= 0) {
        hand_over(descriptor);
      } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
        return rest();
      } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
        break;
      }
    }
    if (x_acceptor.is_open()) wait();
  }

  /// Without descriptors the queue stays readable: try again a little later.
  void rest() {
    runtime::log(runtime::severity::warning, "no more connections can be accepted", {{"open", open()}});
    x_timer.expires_after(rest_without_descriptors);
    x_timer.async_wait([self = shared_from_this()](error_code problem) {
      if (!problem && self->x_acceptor.is_open()) self->wait();
    });
  }

  void hand_over(int descriptor) {
    if (open() >= x_parts->chosen.connections) {
      x_parts->numbers.turned_away.add();
      ::close(descriptor);
      return;
    }
    x_parts->numbers.accepted.add();
    int const yes = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    x_handed_over.fetch_add(1);
    auto const context = x_contexts[x_next++ % x_contexts.size()];
    context->shard.post([self = shared_from_this(), context, descriptor] {
      tcp::socket socket(context->shard.context());
      error_code problem;
      socket.assign(self->x_protocol, descriptor, problem);
      if (problem) {
        ::close(descriptor);
      } else {
        serve_http(std::move(socket), context);
      }
      self->x_handed_over.fetch_sub(1);
    });
  }

  runtime::shards& x_shards;
  std::shared_ptr<shared_parts> x_parts;
  std::vector<std::shared_ptr<shard_context>> x_contexts;
  tcp::acceptor x_acceptor;
  boost::asio::steady_timer x_timer;
  tcp x_protocol = tcp::v4();
  std::size_t x_next = 0;
  std::atomic<std::size_t> x_handed_over{0};
};

server::server(options chosen, runtime::shards& on, std::vector<service*> ports, runtime::blocking_pool& pool,
               runtime::clock const& time, runtime::metrics& numbers, std::span<asset const> assets)
    : x_listener(std::make_shared<listener>(
          on, ports, std::make_shared<shared_parts>(std::move(chosen), pool, time, gateway_metrics(numbers), assets))) {
}

server::~server() = default;

std::expected<std::uint16_t, std::error_code> server::run() { return x_listener->listen(); }

std::size_t server::open_connections() const { return x_listener->open(); }

void server::stop() {
  auto const self = x_listener;
  self->home().post([self] { self->close(); });
  self->on_every_shard([](shard_context& one) { one.shut_down(); });
  if (self->wait_until_empty(self->deadlines().shutdown)) return;
  self->on_every_shard([](shard_context& one) { one.abort(); });
  self->wait_until_empty(self->deadlines().close_handshake);
}

}  // namespace dais::gateway
