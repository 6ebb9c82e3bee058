#pragma once
// How applications and funds follow from their events.

#include "server/domain/context.hpp"
#include "server/domain/sponsorship/events.hpp"
#include "server/domain/sponsorship/state.hpp"

namespace dais::domain {

void apply(sponsorship_state&, application_received const&, position const&);
void apply(sponsorship_state&, application_changed const&, position const&);
void apply(sponsorship_state&, application_withdrawn const&, position const&);
void apply(sponsorship_state&, costs_entered const&, position const&);
void apply(sponsorship_state&, fund_put const&, position const&);
void apply(sponsorship_state&, fund_removed const&, position const&);

}  // namespace dais::domain
