#pragma once
// What is left of a person who was forgotten: that there was somebody.

#include "server/domain/context.hpp"
#include "server/domain/meeting/state.hpp"
#include "server/domain/people/events.hpp"

namespace dais::domain {

/// Wipes the person's data in every area of the meeting.
void apply(meeting_state&, person_forgotten const&, position const&);

}  // namespace dais::domain
