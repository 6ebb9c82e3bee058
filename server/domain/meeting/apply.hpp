#pragma once
// How a meeting's state follows from its events.

#include "server/domain/context.hpp"
#include "server/domain/meeting/events.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::domain {

/// Brings `state` over one event of the journal's entry `at`. Never fails: what an event says was decided before.
void apply(meeting_state& state, meeting_event const& event, position const& at);

}  // namespace dais::domain
