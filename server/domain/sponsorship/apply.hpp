#pragma once
// How applications, funds and what the committee decides follow from their events.

#include "server/domain/context.hpp"
#include "server/domain/sponsorship/events.hpp"
#include "server/domain/sponsorship/state.hpp"

namespace dais::domain {

void apply(sponsorship_state&, application_received const&, position const&);
void apply(sponsorship_state&, application_changed const&, position const&);
void apply(sponsorship_state&, application_withdrawn const&, position const&);
void apply(sponsorship_state&, application_file_attached const&, position const&);
void apply(sponsorship_state&, application_file_detached const&, position const&);
void apply(sponsorship_state&, application_assessed const&, position const&);
void apply(sponsorship_state&, costs_entered const&, position const&);
void apply(sponsorship_state&, fund_put const&, position const&);
void apply(sponsorship_state&, fund_removed const&, position const&);

void apply(sponsorship_state&, terms_set const&, position const&);
void apply(sponsorship_state&, lots_drawn const&, position const&);
void apply(sponsorship_state&, allocation_tried const&, position const&);
void apply(sponsorship_state&, scenario_saved const&, position const&);
void apply(sponsorship_state&, scenario_removed const&, position const&);
void apply(sponsorship_state&, held_money_released const&, position const&);
void apply(sponsorship_state&, allocation_proposed const&, position const&);
void apply(sponsorship_state&, applicant_frozen const&, position const&);
void apply(sponsorship_state&, allocation_approved const&, position const&);
void apply(sponsorship_state&, allocation_notified const&, position const&);
void apply(sponsorship_state&, award_given const&, position const&);
void apply(sponsorship_state&, refusal_told const&, position const&);
void apply(sponsorship_state&, letter_sent const&, position const&);
void apply(sponsorship_state&, award_answered const&, position const&);
void apply(sponsorship_state&, award_cancelled const&, position const&);

/// Takes out of the sponsorship what is known of a forgotten person.
void forget(sponsorship_state&, protocol::member_id const& member, position const&);

}  // namespace dais::domain
