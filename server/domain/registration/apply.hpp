#pragma once
// How delegations follow from their events.

#include "server/domain/context.hpp"
#include "server/domain/registration/events.hpp"
#include "server/domain/registration/state.hpp"

namespace dais::domain {

void apply(registration_area&, delegation_added const&, position const&);
void apply(registration_area&, delegation_changed const&, position const&);
void apply(registration_area&, member_added const&, position const&);
void apply(registration_area&, member_changed const&, position const&);
void apply(registration_area&, member_restored const&, position const&);
void apply(registration_area&, member_removed const&, position const&);
void apply(registration_area&, member_leaving const&, position const&);
void apply(registration_area&, delegation_submitted const&, position const&);
void apply(registration_area&, submission_withdrawn const&, position const&);
void apply(registration_area&, delegation_approved const&, position const&);
void apply(registration_area&, delegation_returned const&, position const&);

}  // namespace dais::domain
