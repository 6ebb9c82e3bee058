#pragma once
// The shell of a live session: a WebSocket that is opened again and again around a session_machine.

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "client/native/address.hpp"
#include "client/native/failure.hpp"
#include "client/native/session_machine.hpp"

namespace dais::native {

/// What a user of a connection hears. All are called inside `run`, on its thread; each may be empty.
struct connection_events {
  std::function<void(topic_key const&, topic_mirror const&)> changed;
  std::function<void(topic_key const&, protocol::rejection const&)> not_followed;
  std::function<void(topic_key const&, bool same)> checked;
  /// The connection came or went. `failed` says why it could not be made, or why it broke.
  std::function<void(step::health const&, std::optional<failure> const& failed)> health;
  std::function<void(step::ended const&)> ended;
};

using call_done = std::function<void(protocol::result<protocol::json> const&)>;

/// Follows topics and makes calls on one server, over a connection that is made again whenever it breaks. Not for
/// several threads: all is done on the thread of `run`, or before it, but `stop` and `post`, which any thread may
/// call.
class connection {
public:
  /// `token` is a bearer token, "" for the public.
  connection(address server, std::string token, connection_events events);
  ~connection();
  connection(connection const&) = delete;
  connection& operator=(connection const&) = delete;

  void follow(topic_key topic);
  void unfollow(topic_key const& topic);
  void check(topic_key const& topic);
  /// Sends it once, and again under the same command_id after each reconnect, until it is answered.
  call_number make(call what, call_done done);
  /// Whether the call may have reached the server.
  bool was_sent(call_number number) const;
  topic_mirror const* mirror(topic_key const& topic) const;
  /// Calls `then` once after `delay`, unless `run` has returned before.
  void after(std::chrono::milliseconds delay, std::function<void()> then);

  /// Does `work` on the thread of `run`; any thread may call it while this connection exists.
  void post(std::function<void()> work);

  /// Works until `stop` is called or the server does not want us back.
  void run();
  void stop();

private:
  class shell;
  std::unique_ptr<shell> x_shell;
};

}  // namespace dais::native
