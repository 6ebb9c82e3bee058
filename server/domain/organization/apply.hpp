#pragma once
// How the organization's state follows from its events.

#include "server/domain/context.hpp"
#include "server/domain/organization/events.hpp"
#include "server/domain/organization/state.hpp"

namespace dais::domain {

/// Brings `state` over one event of the journal's entry `at`. Never fails: what an event says was decided before.
void apply(organization_state& state, organization_event const& event, position const& at);

}  // namespace dais::domain
