#include "client/native/connection.hpp"

#include <deque>
#include <map>
#include <utility>

#include "client/native/tls.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

namespace dais::native {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using asio::use_awaitable;

namespace {

constexpr std::chrono::seconds connect_deadline{15};
constexpr std::chrono::milliseconds tick_every{500};
constexpr std::size_t longest_message = 64 * 1'048'576;

session_machine::time now() {
  return std::chrono::duration_cast<session_machine::time>(std::chrono::steady_clock::now().time_since_epoch());
}

failure failure_of(boost::system::error_code const& error) {
  return {error == beast::error::timeout ? failure::kind::timed_out : failure::kind::unreachable, error.message()};
}

/// How a connection ended.
struct farewell {
  std::optional<int> code;
  std::string reason;
  int http_status = 0;  ///< of an answer that was no upgrade
};

}  // namespace

class connection::shell {
public:
  shell(address server, std::string token, connection_events events)
      : x_server(std::move(server)),
        x_token(std::move(token)),
        x_events(std::move(events)),
        x_machine(system_random()),
        x_ticks(x_context),
        x_pause(x_context),
        x_outbox(x_context) {}

  session_machine& machine() { return x_machine; }
  asio::io_context& context() { return x_context; }
  void expect_answer(call_number number, call_done done) { x_waiting.emplace(number, std::move(done)); }

  /// Has the machine's steps done in a turn of the loop, so that a callback is never inside a call of its user.
  void wake() {
    if (std::exchange(x_is_woken, true)) return;
    asio::post(x_context, [this] {
      x_is_woken = false;
      do_steps();
    });
  }

  void run() {
    x_machine.start();
    wake();
    tick();
    x_context.run();
    x_close = {};
  }

  void stop() { x_context.stop(); }

private:
  void do_steps() {
    while (auto step = x_machine.take()) std::visit([this](auto const& one) { perform(one); }, *step);
  }

  void perform(step::connect const& what) {
    x_pause.expires_after(what.after);
    x_pause.async_wait([this](boost::system::error_code error) {
      if (error) return;
      asio::co_spawn(x_context, live(), [this](std::exception_ptr fault) { has_ended(fault); });
    });
  }
  void perform(step::send const& what) {
    x_outgoing.push_back(what.text);
    x_outbox.cancel();
  }
  void perform(step::disconnect const& what) {
    x_farewell = {.code = {}, .reason = what.why};
    if (x_close) x_close();
  }
  void perform(step::changed const& what) {
    auto const* mirror = x_machine.mirror(what.topic);
    if (mirror && x_events.changed) x_events.changed(what.topic, *mirror);
  }
  void perform(step::not_followed const& what) {
    if (x_events.not_followed) x_events.not_followed(what.topic, what.why);
  }
  void perform(step::answered const& what) {
    auto const waiting = x_waiting.extract(what.call);
    if (waiting && waiting.mapped()) waiting.mapped()(what.answer);
  }
  void perform(step::checked const& what) {
    if (x_events.checked) x_events.checked(what.topic, what.same);
  }
  void perform(step::health const& what) {
    if (x_events.health) x_events.health(what, what.connected ? std::nullopt : x_failed);
  }
  void perform(step::ended const& what) {
    if (x_events.ended) x_events.ended(what);
    stop();
  }

  void tick() {
    x_ticks.expires_after(tick_every);
    x_ticks.async_wait([this](boost::system::error_code error) {
      if (error) return;
      x_machine.tick(now());
      do_steps();
      tick();
    });
  }

  /// One connection from its first byte to its last.
  asio::awaitable<void> live() {
    x_farewell = {};
    x_failed.reset();
    x_outgoing.clear();
    if (!x_server.is_secure) {
      websocket::stream<beast::tcp_stream> stream(x_context);
      co_await dial(stream.next_layer());
      co_return co_await talk(stream);
    }
    auto tls = trusting_context();
    websocket::stream<beast::ssl_stream<beast::tcp_stream>> stream(x_context, tls);
    expect_host(stream.next_layer(), x_server.host);
    co_await dial(stream.next_layer().next_layer());
    auto const [refused] =
        co_await stream.next_layer().async_handshake(asio::ssl::stream_base::client, asio::as_tuple(use_awaitable));
    if (refused) {
      x_failed = certificate_fault(stream.next_layer());
      throw boost::system::system_error(refused);
    }
    co_await talk(stream);
  }

  asio::awaitable<void> dial(beast::tcp_stream& stream) {
    asio::ip::tcp::resolver resolver(x_context);
    auto const found = co_await resolver.async_resolve(x_server.host, x_server.port, use_awaitable);
    stream.expires_after(connect_deadline);
    co_await stream.async_connect(found, use_awaitable);
    stream.socket().set_option(asio::ip::tcp::no_delay(true));
  }

  template <class Stream>
  asio::awaitable<void> talk(Stream& stream) {
    auto& socket = beast::get_lowest_layer(stream);
    stream.read_message_max(longest_message);
    stream.set_option(websocket::stream_base::decorator([this](websocket::request_type& request) {
      request.set(beast::http::field::sec_websocket_protocol, "dais.v1");
      request.set(beast::http::field::user_agent, "dais");
      if (!x_token.empty()) request.set(beast::http::field::authorization, "Bearer " + x_token);
    }));
    websocket::response_type response;
    auto const [refused] = co_await stream.async_handshake(response, x_server.authority(), x_server.path + "/live",
                                                           asio::as_tuple(use_awaitable));
    if (refused == websocket::error::upgrade_declined) x_farewell.http_status = static_cast<int>(response.result_int());
    if (refused) throw boost::system::system_error(refused);
    socket.expires_never();
    x_close = [&socket] { socket.close(); };
    bool is_writing = true;
    asio::co_spawn(x_context, write(stream), [this, &is_writing](std::exception_ptr) {
      is_writing = false;
      if (x_close) x_close();
    });
    x_machine.connected(now());
    do_steps();
    auto const fault = co_await read(stream);
    x_close = {};
    socket.close();
    // The writer uses the stream too: it must be gone first.
    while (is_writing) {
      x_outbox.cancel();
      co_await asio::post(x_context, use_awaitable);
    }
    if (stream.reason().code != websocket::close_code::none && x_farewell.reason.empty())
      x_farewell = {.code = stream.reason().code, .reason = stream.reason().reason.c_str()};
    throw boost::system::system_error(fault);
  }

  template <class Stream>
  asio::awaitable<boost::system::error_code> read(Stream& stream) {
    beast::flat_buffer buffer;
    for (;;) {
      auto const [fault, size] = co_await stream.async_read(buffer, asio::as_tuple(use_awaitable));
      if (fault) co_return fault;
      x_machine.received(beast::buffers_to_string(buffer.data()), now());
      buffer.consume(size);
      do_steps();
    }
  }

  template <class Stream>
  asio::awaitable<void> write(Stream& stream) {
    stream.text(true);
    while (x_close) {
      if (x_outgoing.empty()) {
        x_outbox.expires_at(asio::steady_timer::time_point::max());
        co_await x_outbox.async_wait(asio::as_tuple(use_awaitable));
        continue;
      }
      auto const text = std::move(x_outgoing.front());
      x_outgoing.pop_front();
      co_await stream.async_write(asio::buffer(text), use_awaitable);
    }
  }

  void has_ended(std::exception_ptr fault) {
    x_close = {};
    try {
      if (fault) std::rethrow_exception(fault);
    } catch (boost::system::system_error const& error) {
      if (!x_failed) x_failed = failure_of(error.code());
      if (x_farewell.reason.empty()) x_farewell.reason = error.code().message();
    }
    if (x_farewell.http_status != 0)
      x_machine.not_upgraded(x_farewell.http_status);
    else
      x_machine.disconnected(x_farewell.code, x_farewell.reason);
    do_steps();
  }

  address x_server;
  std::string x_token;
  connection_events x_events;
  asio::io_context x_context{1};
  session_machine x_machine;
  std::map<call_number, call_done> x_waiting;
  asio::steady_timer x_ticks, x_pause, x_outbox;
  std::deque<std::string> x_outgoing;
  std::function<void()> x_close;
  farewell x_farewell;
  std::optional<failure> x_failed;
  bool x_is_woken = false;
};

connection::connection(address server, std::string token, connection_events events)
    : x_shell(std::make_unique<shell>(std::move(server), std::move(token), std::move(events))) {}

connection::~connection() = default;

void connection::follow(topic_key topic) {
  x_shell->machine().follow(std::move(topic));
  x_shell->wake();
}

void connection::unfollow(topic_key const& topic) {
  x_shell->machine().unfollow(topic);
  x_shell->wake();
}

void connection::check(topic_key const& topic) {
  x_shell->machine().check(topic);
  x_shell->wake();
}

call_number connection::make(call what, call_done done) {
  auto const number = x_shell->machine().make(std::move(what));
  x_shell->expect_answer(number, std::move(done));
  x_shell->wake();
  return number;
}

bool connection::was_sent(call_number number) const { return x_shell->machine().was_sent(number); }

topic_mirror const* connection::mirror(topic_key const& topic) const { return x_shell->machine().mirror(topic); }

void connection::after(std::chrono::milliseconds delay, std::function<void()> then) {
  auto const timer = std::make_shared<asio::steady_timer>(x_shell->context(), delay);
  timer->async_wait([timer, then = std::move(then)](boost::system::error_code error) {
    if (!error) then();
  });
}

void connection::post(std::function<void()> work) { boost::asio::post(x_shell->context(), std::move(work)); }

void connection::run() { x_shell->run(); }

void connection::stop() { x_shell->stop(); }

}  // namespace dais::native
