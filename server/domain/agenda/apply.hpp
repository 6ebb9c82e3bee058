#pragma once
// How the agenda follows from its events.

#include "server/domain/agenda/events.hpp"
#include "server/domain/agenda/state.hpp"
#include "server/domain/context.hpp"

namespace dais::domain {

void apply(agenda_state&, item_added const&, position const&);
void apply(agenda_state&, item_changed const&, position const&);
void apply(agenda_state&, item_moved const&, position const&);
void apply(agenda_state&, item_removed const&, position const&);
void apply(agenda_state&, item_opened const&, position const&);
void apply(agenda_state&, item_suspended const&, position const&);
void apply(agenda_state&, item_closed const&, position const&);
void apply(agenda_state&, session_added const&, position const&);
void apply(agenda_state&, session_changed const&, position const&);
void apply(agenda_state&, session_removed const&, position const&);

}  // namespace dais::domain
