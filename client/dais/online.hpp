#pragma once
// One question, one change, or one long look, over a live connection.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "client/dais/context.hpp"
#include "client/native/connection.hpp"
#include "protocol/codec.hpp"

namespace dais::command_line {

/// A topic's present state. Gives up when the server cannot be reached, or after the patience of the context.
outcome<protocol::json> read_topic(context const& with, native::topic_key const& topic);

/// The present states of a meeting's topics, or why they may not be seen.
outcome<std::map<std::string, protocol::result<protocol::json>>> read_topics(context const& with,
                                                                             protocol::meeting_id const& meeting,
                                                                             std::vector<std::string> const& names);

/// The state of one topic, as the type that the registry gives it.
template <class State>
outcome<State> read_topic_as(context const& with, native::topic_key const& topic) {
  auto const state = read_topic(with, topic);
  if (!state) return std::unexpected(state.error());
  auto read = protocol::decode<State>(*state);
  if (!read) return std::unexpected(with.report(read.error()));
  return std::move(*read);
}

/// Makes a change once and waits for its answer; says on stderr what went wrong.
outcome<protocol::json> make_call(context const& with, native::call what);

/// Makes many; `answered(index, answer)` for each. The exit code of the first that could not be made at all.
exit_code make_calls(context const& with, std::vector<native::call> what,
                     std::function<void(std::size_t, protocol::result<protocol::json> const&)> const& answered);

/// Follows a topic through every loss of the connection, until the server ends it or somebody stops the program.
/// `at_end` is called when nothing more will happen, while the connection still exists.
exit_code follow_topic(context const& with, native::topic_key const& topic,
                       std::function<void(native::connection&, native::topic_mirror const&)> const& changed,
                       std::function<void()> const& at_end = {});

/// The meeting: --meeting, or the only one there is.
outcome<protocol::meeting_id> find_meeting(context const& with);

}  // namespace dais::command_line
