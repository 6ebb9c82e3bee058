#pragma once

#include "server/gateway/shard_context.hpp"
#include "server/hub/outbox.hpp"
#include "server/hub/subscriber.hpp"
#include "server/runtime/watchdog.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dais::gateway {

/// What a WebSocket and an event stream have in common: one outbox, one writer, one send a turn, the end.
///
/// Messages that come before `begin` are kept until then. It keeps itself alive from `begin` to its end.
class live_session : public hub::subscriber,
                     public runtime::turn_task,
                     public tracked,
                     public std::enable_shared_from_this<live_session> {
public:
  std::uint64_t id() const final { return x_id; }
  void send(hub::frame const& message) final;
  void close(hub::close_code code, std::string_view reason) final;

  void end_of_turn() final;
  void shut_down() final { close(hub::close_code::restarting, "The server restarts."); }
  void abort() final { end(); }

protected:
  live_session(std::shared_ptr<shard_context> on, hub::outbox::framing framing, runtime::gauge& kind);
  ~live_session() = default;

  /// Takes over the socket, writes what waits and starts to listen.
  void begin(boost::asio::ip::tcp::socket socket);
  /// Ends everything at once. Safe to call again.
  void end();
  bool has_ended() const { return x_ended; }

  /// The close code as it goes over the wire.
  virtual std::string close_bytes(std::uint16_t code, std::string_view reason) = 0;
  /// What stands before a message's payload.
  virtual std::string prefix_of(hub::frame const& message) = 0;
  /// Messages were not queued, or dropped after it; `box().stale()` names their topics.
  virtual void lost_messages() {}
  /// Bytes from the peer; an empty text never comes.
  virtual void received(std::string_view bytes) = 0;
  /// The peer has said nothing for the time that calls for a ping.
  virtual void peer_is_silent() = 0;
  /// Whether a peer that says nothing at all counts as dead.
  virtual bool expects_words() const = 0;

  void push_reply(std::string_view json, std::string prefix = {});
  void push_control(hub::outbox::control which, std::string bytes);
  /// Ends with a code that the session itself decides on.
  void push_close(std::uint16_t code, std::string_view reason);
  /// The peer has agreed to the end: when our last message is out, end.
  void peer_has_closed();
  /// Stops or goes on reading; may be called from `received`.
  void pause_reading() { x_reading_paused = true; }
  void resume_reading();

  shard_context& on() { return *x_on; }
  std::shared_ptr<shard_context> const& context() const { return x_on; }
  hub::outbox& box() { return x_outbox; }

private:
  using clock = std::chrono::steady_clock;

  template <typename Act>
  void guard(Act act);
  void wake();
  void flush();
  bool write_some();
  void wait_writable();
  void wait_readable();
  void read();
  void tick();

  std::shared_ptr<shard_context> x_on;
  std::uint64_t x_id;
  boost::asio::ip::tcp::socket x_socket;
  hub::outbox x_outbox;
  std::vector<hub::frame> x_early;
  runtime::watchdog x_watchdog;
  std::shared_ptr<live_session> x_self;
  clock::time_point x_heard{};
  clock::time_point x_progress{};
  bool x_begun = false;
  bool x_ended = false;
  bool x_waits_to_write = false;
  bool x_waits_to_read = false;
  bool x_reading_paused = false;
  bool x_peer_closed = false;
  runtime::gauge& x_kind;
  std::optional<open_count> x_count;
};

}  // namespace dais::gateway
