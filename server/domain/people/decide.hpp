#pragma once
// Forgetting a person.

#include "protocol/methods/people.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

decision<protocol::people::forget> decide(meeting_state const&, protocol::people::forget const&, context const&);

}  // namespace dais::domain
