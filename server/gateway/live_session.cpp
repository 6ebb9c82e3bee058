#include "server/gateway/live_session.hpp"

#include "server/runtime/log.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <utility>

namespace dais::gateway {

using boost::asio::ip::tcp;
using boost::system::error_code;
using hub::close_code;
using hub::outbox;

namespace {

constexpr std::size_t most_pieces = 64;
constexpr std::size_t most_bytes_a_turn = std::size_t{1} << 20U;
constexpr std::size_t longest_reason = 80;
constexpr std::size_t most_early_messages = 4096;

bool is_would_block() { return errno == EAGAIN || errno == EWOULDBLOCK; }

/// Least and most delay before coming back, in milliseconds: spread over what the server needs to take everybody.
std::pair<std::uint32_t, std::uint32_t> delay_of(close_code code) {
  if (code == close_code::restarting) return {200, 3000};
  if (code == close_code::too_slow) return {1000, 5000};
  return {5000, 30'000};
}

}  // namespace

live_session::live_session(std::shared_ptr<shard_context> on, outbox::framing framing, runtime::gauge& kind)
    : x_on(std::move(on)),
      x_id(x_on->make_id()),
      x_socket(x_on->shard.context()),
      x_outbox(x_on->chosen().outbox, framing),
      x_watchdog(x_on->shard.executor(), [this] { tick(); }),
      x_kind(kind) {}

/// A defect of what is called from here ends this session, and no other.
template <typename Act>
void live_session::guard(Act act) {
  auto const self = shared_from_this();
  try {
    act();
  } catch (...) {
    runtime::log(runtime::severity::error, "a live session ended by an exception",
                 {{"what", runtime::describe(std::current_exception())}});
    end();
  }
}

void live_session::end_of_turn() {
  guard([this] { flush(); });
}

void live_session::begin(tcp::socket socket) {
  x_count.emplace(x_on, x_kind);
  x_socket = std::move(socket);
  x_self = shared_from_this();
  x_begun = true;
  x_heard = x_progress = clock::now();
  x_on->track(*this);
  if (x_on->is_stopping()) shut_down();
  x_watchdog.expire_after(x_outbox.closing() ? x_on->deadlines().close_handshake : x_on->deadlines().ping_after / 2);
  for (auto const& message : std::exchange(x_early, {})) send(message);
  wake();
  if (!x_reading_paused) wait_readable();
}

void live_session::end() {
  if (x_ended) return;
  x_ended = true;
  auto const self = std::move(x_self);
  x_watchdog.expire_never();
  error_code ignored;
  x_socket.close(ignored);
  tracked::unlink();
  x_count.reset();
  x_on->port.closed(*this);
}

void live_session::send(hub::frame const& message) {
  if (x_ended) return;
  if (!x_begun) {
    if (x_early.size() < most_early_messages) return x_early.push_back(message);
    return close(close_code::too_slow, "Too much to begin with.");
  }
  auto const got = x_outbox.push_live(message, prefix_of(message));
  if (got == outbox::verdict::overflowed) x_on->numbers().overflows.add();
  if (got != outbox::verdict::queued) lost_messages();
  wake();
}

void live_session::push_reply(std::string_view json, std::string prefix) {
  if (x_ended) return;
  if (!x_outbox.push_reply(hub::make_frame(json, hub::frame_kind::reply), std::move(prefix))) {
    close(close_code::too_slow, "Answers wait to be read.");
  }
  wake();
}

void live_session::push_control(outbox::control which, std::string bytes) {
  x_outbox.push_control(which, std::move(bytes));
  wake();
}

void live_session::close(close_code code, std::string_view reason) {
  auto const number = static_cast<std::uint16_t>(code);
  std::string text(reason.substr(0, longest_reason));
  if (number < 4500) {
    auto const [least, most] = delay_of(code);
    text = std::to_string(x_on->random_between(least, most)) + ' ' + text;
  }
  push_close(number, text);
}

void live_session::push_close(std::uint16_t code, std::string_view reason) {
  if (x_ended || x_outbox.closing()) return;
  x_outbox.push_close(close_bytes(code, reason));
  if (x_begun) x_watchdog.expire_after(x_on->deadlines().close_handshake);
  resume_reading();
  wake();
}

void live_session::peer_has_closed() {
  x_peer_closed = true;
  wake();
}

void live_session::wake() {
  if (x_begun && !x_ended && !x_waits_to_write) x_on->shard.at_end_of_turn(*this);
}

void live_session::flush() {
  if (x_ended || x_waits_to_write) return;
  for (std::size_t written = 0; written < most_bytes_a_turn;) {
    if (x_outbox.empty()) {
      auto const topic = x_outbox.take_stale();
      if (topic == hub::topic_id::none) break;
      x_on->port.refresh(*this, topic);
      x_outbox.refreshed();
      continue;
    }
    auto const before = x_outbox.live_bytes() + x_outbox.reply_bytes();
    if (!write_some()) return;
    written += before - std::min(before, x_outbox.live_bytes() + x_outbox.reply_bytes()) + 1;
  }
  if (!x_outbox.empty()) return wake();
  if (!x_outbox.finished()) return;
  if (x_peer_closed) return end();
  error_code ignored;
  x_socket.shutdown(tcp::socket::shutdown_send, ignored);
}

/// False when no more can be written in this turn.
bool live_session::write_some() {
  std::array<std::string_view, most_pieces> views;
  std::array<iovec, most_pieces> pieces;
  auto const count = x_outbox.gather(views);
  std::size_t total = 0;
  for (std::size_t i = 0; i < count; ++i) {
    pieces[i] = {const_cast<char*>(views[i].data()), views[i].size()};
    total += views[i].size();
  }
  msghdr message{};
  message.msg_iov = pieces.data();
  message.msg_iovlen = count;
  auto const sent = ::sendmsg(x_socket.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent < 0) {
    if (errno == EINTR) return true;
    if (is_would_block()) {
      wait_writable();
    } else {
      end();
    }
    return false;
  }
  auto const bytes = static_cast<std::size_t>(sent);
  x_on->numbers().sent_bytes.add(bytes);
  x_progress = clock::now();
  x_outbox.wrote(bytes);
  if (bytes == total) return true;
  wait_writable();
  return false;
}

void live_session::wait_writable() {
  x_waits_to_write = true;
  x_progress = clock::now();
  x_socket.async_wait(tcp::socket::wait_write, [self = shared_from_this()](error_code problem) {
    self->x_waits_to_write = false;
    if (problem) return self->end();
    self->guard([&] { self->flush(); });
  });
}

void live_session::wait_readable() {
  if (x_waits_to_read || x_ended) return;
  x_waits_to_read = true;
  x_socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](error_code problem) {
    self->x_waits_to_read = false;
    if (problem) return self->end();
    self->guard([&] { self->read(); });
  });
}

void live_session::resume_reading() {
  if (!x_reading_paused) return;
  x_reading_paused = false;
  if (x_begun) wait_readable();
}

void live_session::read() {
  if (x_ended) return;
  auto& buffer = x_on->read_buffer;
  auto const got = ::recv(x_socket.native_handle(), buffer.data(), buffer.size(), MSG_DONTWAIT);
  if (got == 0 || (got < 0 && !is_would_block() && errno != EINTR)) return end();
  if (got > 0) {
    x_heard = clock::now();
    received(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
  }
  if (!x_reading_paused) wait_readable();
}

void live_session::tick() {
  auto const& deadlines = x_on->deadlines();
  auto const now = clock::now();
  auto const is_stuck = x_waits_to_write && now - x_progress >= deadlines.write_gap;
  auto const is_dead = expects_words() && !x_reading_paused && now - x_heard >= deadlines.dead_after;
  if (x_outbox.closing() || is_stuck || is_dead) {
    x_on->numbers().timeouts.add();
    return end();
  }
  if (now - x_heard >= deadlines.ping_after || !expects_words()) peer_is_silent();
  x_watchdog.expire_after(deadlines.ping_after / 2);
}

}  // namespace dais::gateway
