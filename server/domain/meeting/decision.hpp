#pragma once
// The shape of every decision about a meeting.

#include "protocol/errors.hpp"
#include "server/domain/context.hpp"
#include "server/domain/meeting/events.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::domain {

/// What becomes of a Command: its events and answer, or why it is refused.
template <class Command>
using decision = protocol::result<decided<meeting_event, typename Command::answer>>;

/// Of the many commands that answer nothing but that it was done.
using accepted = decided<meeting_event, protocol::done>;

}  // namespace dais::domain
