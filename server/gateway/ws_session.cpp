#include "server/gateway/ws_session.hpp"

#include "server/gateway/credentials.hpp"
#include "server/gateway/exchange.hpp"
#include "server/gateway/ws_handshake.hpp"

#include <utility>

namespace dais::gateway {

using boost::asio::awaitable;
using boost::asio::ip::tcp;
using hub::outbox;
using event = ws_decoder::event;

/// One call that waits for its reply; also settles when the service forgets it, on whatever thread that happens.
class ws_session::ticket {
public:
  ticket(std::shared_ptr<shard_context> on, std::weak_ptr<live_session> of)
      : x_on(std::move(on)), x_of(std::move(of)) {}
  ticket(ticket&& other) noexcept : x_on(std::move(other.x_on)), x_of(std::move(other.x_of)) {}
  ticket& operator=(ticket&&) = delete;
  ~ticket() { settle(std::nullopt); }

  void settle(std::optional<std::string> reply) {
    auto const on = std::exchange(x_on, nullptr);
    if (!on) return;
    auto finish = [of = std::move(x_of), reply = std::move(reply)]() mutable {
      if (auto const session = of.lock()) static_cast<ws_session&>(*session).settle(std::move(reply));
    };
    if (on->shard.is_current()) return finish();
    on->shard.post(std::move(finish));
  }

private:
  std::shared_ptr<shard_context> x_on;
  std::weak_ptr<live_session> x_of;
};

ws_session::ws_session(std::shared_ptr<shard_context> on, principal who)
    : live_session(on, outbox::framing::websocket, on->numbers().websockets),
      x_who(std::move(who)),
      x_decoder({.frame_bytes = on->chosen().message_bytes, .message_bytes = on->chosen().message_bytes}) {}

void ws_session::begin(tcp::socket socket, std::string_view already_read) {
  live_session::begin(std::move(socket));
  if (!already_read.empty()) received(already_read);
}

std::string ws_session::close_bytes(std::uint16_t code, std::string_view reason) {
  return code == static_cast<std::uint16_t>(ws_status::no_status) ? make_frame(opcode::close, {})
                                                                  : make_close_frame(code, reason);
}

void ws_session::received(std::string_view bytes) {
  while (!has_ended() && !x_deaf) {
    if (x_in_flight >= on().chosen().calls_in_flight && !box().closing()) {
      x_unread.append(bytes);
      pause_reading();
      return;
    }
    switch (x_decoder.decode(bytes)) {
      case event::need_more:
        return;
      case event::text:
        on().numbers().received_messages.add();
        if (auto request = x_decoder.take_message(); !box().closing()) make_call(std::move(request));
        break;
      case event::binary:
        push_close(static_cast<std::uint16_t>(ws_status::unsupported_data), "Send text.");
        x_deaf = true;
        break;
      case event::ping:
        push_control(outbox::control::pong, make_frame(opcode::pong, x_decoder.control_payload()));
        break;
      case event::pong:
        break;
      case event::close:
        push_close(x_decoder.close_status(), {});
        peer_has_closed();
        x_deaf = true;
        break;
      case event::fault:
        push_close(x_decoder.close_status(), {});
        x_deaf = true;
        break;
    }
  }
}

void ws_session::make_call(std::string request) {
  ++x_in_flight;
  on().port.call({.who = x_who, .connection = shared_from_this()}, std::move(request),
                 [one = ticket(context(), weak_from_this())](std::optional<std::string> reply) mutable {
                   one.settle(std::move(reply));
                 });
}

void ws_session::settle(std::optional<std::string> reply) {
  --x_in_flight;
  if (has_ended()) return;
  if (reply) push_reply(*reply);
  if (x_unread.empty()) return;
  // Only what fits is read on: a peer may not fill memory while its calls wait.
  auto const unread = std::exchange(x_unread, {});
  received(unread);
  if (x_unread.empty()) resume_reading();
}

void ws_session::peer_is_silent() { push_control(outbox::control::ping, make_frame(opcode::ping, {})); }

awaitable<std::optional<response>> open_live(exchange& of) {
  auto const accepted = accept_websocket(of.head());
  if (!accepted) {
    auto made = refused(accepted.error().status, "bad_handshake", accepted.error().message);
    if (made.status == 426) {
      made.set("Upgrade", "websocket");
      made.set("Sec-WebSocket-Version", "13");
    }
    co_return made;
  }
  auto refusal = co_await authenticate(of);
  if (refusal) co_return std::move(*refusal);
  auto const& headers = of.head().headers;
  auto const by_cookie = of.with && of.with->from == credential::source::cookie;
  if (is_foreign_origin(headers, of.chosen().origins) || (by_cookie && !is_same_origin(headers, of.chosen().origins))) {
    co_return refused(403, "foreign_origin", "This connection does not come from our own pages.");
  }
  auto const sent = co_await of.connection.write(*accepted);
  if (!sent) co_return std::nullopt;
  of.on->numbers().count_request(of.where.to, 101);
  auto const session = std::make_shared<ws_session>(of.on, of.who);
  if (of.was_signed_out) session->close(hub::close_code::signed_out, "Sign in again.");
  session->begin(of.connection.release(), of.connection.input);
  co_return std::nullopt;
}

}  // namespace dais::gateway
