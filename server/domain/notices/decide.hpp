#pragma once
// Rules of notices.

#include "protocol/methods/notices.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

decision<protocol::notices::post> decide(meeting_state const&, protocol::notices::post const&, context const&);
decision<protocol::notices::withdraw> decide(meeting_state const&, protocol::notices::withdraw const&, context const&);

}  // namespace dais::domain
