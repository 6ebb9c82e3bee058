#pragma once
// The logic of a live session without a socket: a shell hands it what happened, and does what it says.

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "client/native/backoff.hpp"
#include "client/native/topic_mirror.hpp"
#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/values.hpp"

namespace dais::native {

/// Names one call of one session_machine; never used again.
using call_number = std::int64_t;

/// What a method is called with. A call with a `command` changes something: it keeps that id through every repeat, so
/// that the server does it once.
struct call {
  std::string method;
  std::optional<protocol::meeting_id> meeting;
  std::optional<protocol::command_id> command;
  protocol::json params = protocol::json::object();
};

/// Why a session is over for good.
enum class ending { refused, signed_out, rights_changed, not_a_server };

/// What the shell shall do, in order.
namespace step {
/// Open a connection after this delay; there is none now.
struct connect {
  std::chrono::milliseconds after;
};
struct send {
  std::string text;
};
/// Close the connection, then say `disconnected`.
struct disconnect {
  std::string why;
};
/// A topic's mirror has a new state.
struct changed {
  topic_key topic;
};
/// The server does not let us follow this topic; it is no longer followed.
struct not_followed {
  topic_key topic;
  protocol::rejection why;
};
struct answered {
  call_number call;
  protocol::result<protocol::json> answer;
};
/// The outcome of `check`: whether our state is the server's. If not, a new snapshot is on its way.
struct checked {
  topic_key topic;
  bool same;
};
/// The connection came or went, or the server became read-only or writable again.
struct health {
  bool connected;
  bool writable;
  std::string why;  ///< why it went
};
/// Nothing more will happen: the server does not want us back.
struct ended {
  ending how;
  std::string words;  ///< the server's, in English
};
}  // namespace step
using next_step = std::variant<step::connect, step::send, step::disconnect, step::changed, step::not_followed,
                               step::answered, step::checked, step::health, step::ended>;

/// Follows topics and makes calls over a connection that comes and goes.
///
/// Inputs are what the shell saw (`start`, `connected`, `received`, `disconnected`, `not_upgraded`, `tick`) and what
/// the user wants (`follow`, `make`, `check`); after each, `take` gives the steps to do. Time is any steady clock's.
class session_machine {
public:
  using time = std::chrono::milliseconds;

  /// Silence after which we ask whether the server is there, and after which it counts as gone.
  static constexpr time ping_after{15'000}, dead_after{40'000};
  /// Calls that may wait for their answers altogether; more are refused at once (`too_many_requests`).
  static constexpr std::size_t most_calls = 20'000;

  explicit session_machine(random_source random) : x_backoff(std::move(random)) {}

  void start();
  void connected(time now);
  void received(std::string_view text, time now);
  /// The connection is gone, or could not be made. `close_code` is the WebSocket's, where the server sent one.
  void disconnected(std::optional<int> close_code, std::string_view reason);
  /// The server answered the request for an upgrade with this HTTP status.
  void not_upgraded(int status);
  void tick(time now);

  void follow(topic_key topic);
  void unfollow(topic_key const& topic);
  call_number make(call what);
  /// Asks for the hash of a topic that is followed and has a state.
  void check(topic_key const& topic);

  /// The mirror of a topic that is followed; null otherwise.
  topic_mirror const* mirror(topic_key const& topic) const;
  /// Whether a call may have reached the server: its outcome is unknown if it is given up now.
  bool was_sent(call_number number) const;
  bool is_connected() const { return x_connected; }
  /// The next step, first things first; nothing when there is nothing to do.
  std::optional<next_step> take();

private:
  struct waiting_call {
    call what;
    bool in_flight = false;  ///< over the present connection
    bool was_sent = false;   ///< over any
  };
  struct hash_check {
    topic_key topic;
    int attempts = 0;
  };

  void say(next_step step) { x_steps.push_back(std::move(step)); }
  void send(protocol::json const& id, std::string_view method, std::optional<protocol::meeting_id> const& meeting,
            protocol::json params);
  void send_subscribe(topic_key const& topic);
  void send_check(hash_check check);
  void send_calls();
  void give_up(std::string why);
  void end(ending how, std::string words);
  void restart(topic_key const& topic);
  void after(topic_key const& topic, topic_mirror::outcome outcome);
  void take_notification(std::string const& method, protocol::json const& params);
  void take_heartbeat(protocol::json const& params);
  void take_answer(call_number id, protocol::result<protocol::json> answer);
  void take_hash(hash_check check, protocol::result<protocol::json> const& answer);

  backoff x_backoff;
  std::deque<next_step> x_steps;
  std::map<topic_key, topic_mirror> x_topics;
  std::map<call_number, waiting_call> x_calls;
  std::map<call_number, topic_key> x_subscriptions;
  std::map<call_number, hash_check> x_checks;
  std::deque<std::pair<time, hash_check>> x_later_checks;
  call_number x_last_number = 0;
  std::size_t x_in_flight = 0;
  time x_now{};
  time x_heard{};
  bool x_connected = false;
  bool x_closing = false;
  bool x_writable = true;
  bool x_ended = false;
  bool x_pinged = false;
};

}  // namespace dais::native
