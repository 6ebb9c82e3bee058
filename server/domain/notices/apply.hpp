#pragma once
// How notices follow from their events.

#include "server/domain/context.hpp"
#include "server/domain/notices/events.hpp"
#include "server/domain/notices/state.hpp"

namespace dais::domain {

void apply(notices_state&, notice_posted const&, position const&);
void apply(notices_state&, notice_withdrawn const&, position const&);

}  // namespace dais::domain
