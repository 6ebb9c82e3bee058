#pragma once
// The topics of one meeting. What each shows, to whom, and what it leaves out is said at each view in its area's file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/json.hpp"
#include "server/domain/meeting/events.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::views {

/// The state of a topic, as protocol/topics describes it; nothing where the meeting has no such topic.
std::optional<protocol::json> meeting_topic(domain::meeting_state const& state, std::string_view topic);

/// Every topic that `event` may have changed, by its whole name. `after` is the state after the event, or after later
/// ones too. What is not named is byte for byte as before.
std::vector<std::string> touched(domain::meeting_state const& after, domain::meeting_event const& event);

}  // namespace dais::views
