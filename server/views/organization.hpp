#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/json.hpp"
#include "protocol/topics/meeting.hpp"
#include "server/domain/organization/events.hpp"
#include "server/domain/organization/state.hpp"

namespace dais::views {

/// Topic "meetings", for everybody: which meetings there are, with their names and dates. Not who takes part in them.
protocol::topics::meetings meetings_view(domain::organization_state const& state);

/// Topic "accounts@secretariat", for the secretariat of all meetings: every account with its holder's name, e-mail and
/// language, its roles, and whether it is closed. Of a forgotten holder only roles. No password, link or session: the
/// organization does not know them.
protocol::topics::accounts accounts_view(domain::organization_state const& state);

/// The state of a topic of the organization; nothing where there is no such topic.
std::optional<protocol::json> organization_topic(domain::organization_state const& state, std::string_view topic);

/// Every topic that `event` may have changed.
std::vector<std::string> touched(domain::organization_state const& after, domain::organization_event const& event);

}  // namespace dais::views
