#include "client/dais/online.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "protocol/topics/meeting.hpp"

namespace dais::command_line {

using native::connection;
using protocol::json;

namespace {

/// Well below protocol::limits::topics_per_connection.
constexpr std::size_t topics_at_once = 128;

/// A connection with one purpose, and what became of it. A failure of the first attempt to connect ends it, and without
/// `endures` any failure; what may have been done already is asked again as long as our patience lasts.
class errand {
public:
  errand(context const& with, bool endures) : x_with(with), x_endures(endures) {}

  native::connection_events events;
  std::function<void()> at_end;

  /// Lets `begin` ask, and works until `finish`, or until something makes it hopeless.
  exit_code run(std::function<void(connection&)> const& begin) {
    auto const server = x_with.find_server();
    if (!server) return server.error();
    events.health = [this](auto const& health, auto const& failed) { heard(health, failed); };
    events.ended = [this](native::step::ended const& end) { ended(end); };
    if (!events.not_followed)
      events.not_followed = [this](auto const&, protocol::rejection const& why) { finish(x_with.report(why)); };
    connection over(*server, x_with.token(), events);
    x_over = &over;
    begin(over);
    over.after(x_with.patience(), [this] {
      if (!x_endures || !x_was_connected) finish(give_up());
    });
    over.run();
    if (at_end) at_end();
    x_over = nullptr;
    return x_code;
  }

  void finish(exit_code code) {
    if (std::exchange(x_is_finished, true)) return;
    x_code = code;
    if (x_over) x_over->stop();
  }
  /// A call that must not be given up lightly: it may have been done.
  void minds(native::call_number number, std::string command) {
    x_minded = number;
    x_command = std::move(command);
  }

private:
  void heard(native::step::health const& health, std::optional<native::failure> const& failed) {
    if (health.connected) {
      x_was_connected = true;
      if (std::exchange(x_was_lost, false)) x_with.note("cli.connection.back");
      if (!health.writable && x_is_writable) x_with.note("cli.connection.read_only");
      x_is_writable = health.writable;
      return;
    }
    bool const may_be_done = x_minded && x_over->was_sent(*x_minded);
    bool const is_worth_it = may_be_done || (x_endures && x_was_connected);
    if (!is_worth_it || (failed && failed->what == native::failure::kind::not_trusted))
      return finish(x_with.report(failed.value_or(native::failure{native::failure::kind::unreachable, health.why})));
    if (!std::exchange(x_was_lost, true)) x_with.note("cli.connection.lost");
  }

  void ended(native::step::ended const& end) {
    if (end.how == native::ending::not_a_server) return finish(x_with.usage("cli.not_a_server"));
    auto const code =
        end.how == native::ending::signed_out ? protocol::error_code::signed_out : protocol::error_code::forbidden;
    finish(x_with.report(protocol::rejection(code, "", end.words)));
  }

  exit_code give_up() {
    if (x_minded && x_over->was_sent(*x_minded)) {
      x_with.note("cli.unknown_outcome", {{"command", x_command}});
      return exit_code::unreachable;
    }
    return x_with.report(native::failure{native::failure::kind::timed_out, ""});
  }

  context const& x_with;
  bool x_endures;
  connection* x_over = nullptr;
  exit_code x_code = exit_code::done;
  std::optional<native::call_number> x_minded;
  std::string x_command;
  bool x_is_finished = false;
  bool x_was_connected = false;
  bool x_was_lost = false;
  bool x_is_writable = true;
};

}  // namespace

outcome<json> read_topic(context const& with, native::topic_key const& topic) {
  errand one(with, false);
  json state;
  one.events.changed = [&](auto const&, native::topic_mirror const& mirror) {
    state = mirror.state();
    one.finish(exit_code::done);
  };
  auto const code = one.run([&](connection& over) { over.follow(topic); });
  if (code != exit_code::done) return std::unexpected(code);
  return state;
}

outcome<std::map<std::string, protocol::result<json>>> read_topics(context const& with,
                                                                   protocol::meeting_id const& meeting,
                                                                   std::vector<std::string> const& names) {
  std::map<std::string, protocol::result<json>> out;
  for (std::size_t at = 0; at < names.size(); at += topics_at_once) {
    std::span const some(names.begin() + static_cast<std::ptrdiff_t>(at), std::min(topics_at_once, names.size() - at));
    errand one(with, false);
    auto const came = [&](native::topic_key const& topic, protocol::result<json> state) {
      out.insert_or_assign(topic.name, std::move(state));
      if (out.size() == at + some.size()) one.finish(exit_code::done);
    };
    one.events.changed = [&](native::topic_key const& topic, native::topic_mirror const& mirror) {
      came(topic, mirror.state());
    };
    one.events.not_followed = [&](native::topic_key const& topic, protocol::rejection const& why) {
      came(topic, std::unexpected(why));
    };
    auto const code = one.run([&](connection& over) {
      for (auto const& name : some) over.follow({meeting, name});
    });
    if (code != exit_code::done) return std::unexpected(code);
  }
  return out;
}

outcome<json> make_call(context const& with, native::call what) {
  errand one(with, false);
  json answer;
  auto const command = what.command ? what.command->value : "";
  auto const code = one.run([&](connection& over) {
    auto const number = over.make(std::move(what), [&](protocol::result<json> const& got) {
      if (got) answer = *got;
      one.finish(got ? exit_code::done : with.report(got.error()));
    });
    one.minds(number, command);
  });
  if (code != exit_code::done) return std::unexpected(code);
  return answer;
}

exit_code make_calls(context const& with, std::vector<native::call> what,
                     std::function<void(std::size_t, protocol::result<json> const&)> const& answered) {
  errand one(with, true);
  auto waiting = what.size();
  if (waiting == 0) return exit_code::done;
  // A server from which nothing is heard for as long as our patience ends the errand.
  std::function<void(connection&, std::size_t)> const watch = [&](connection& over, std::size_t before) {
    if (waiting == before) return one.finish(with.report(native::failure{native::failure::kind::timed_out, ""}));
    over.after(with.patience(), [&, now = waiting] { watch(over, now); });
  };
  return one.run([&](connection& over) {
    over.after(with.patience(), [&, now = waiting] { watch(over, now); });
    for (std::size_t i = 0; i < what.size(); ++i)
      over.make(std::move(what[i]), [&, i](protocol::result<json> const& got) {
        answered(i, got);
        if (--waiting == 0) one.finish(exit_code::done);
      });
  });
}

exit_code follow_topic(context const& with, native::topic_key const& topic,
                       std::function<void(connection&, native::topic_mirror const&)> const& changed,
                       std::function<void()> const& at_end) {
  errand one(with, true);
  one.at_end = at_end;
  connection* line = nullptr;
  one.events.changed = [&](auto const&, native::topic_mirror const& mirror) { changed(*line, mirror); };
  return one.run([&](connection& over) {
    line = &over;
    over.follow(topic);
  });
}

outcome<protocol::meeting_id> find_meeting(context const& with) {
  if (!with.meeting.empty()) {
    if (protocol::valid_id(with.meeting)) return protocol::meeting_id{with.meeting};
    return std::unexpected(with.usage("cli.bad_id", {{"text", with.meeting}}));
  }
  auto const all = read_topic_as<protocol::topics::meetings>(with, {std::nullopt, "meetings"});
  if (!all) return std::unexpected(all.error());
  if (all->meetings.size() == 1) return all->meetings.begin()->first;
  std::string ids;
  for (auto const& [id, summary] : all->meetings) ids += (ids.empty() ? "" : ", ") + id.value;
  return std::unexpected(with.usage(ids.empty() ? "cli.no_meetings" : "cli.which_meeting", {{"meetings", ids}}));
}

}  // namespace dais::command_line
