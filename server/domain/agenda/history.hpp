#pragma once
// The versions of the agenda: what each command changed in the tree and in the programme of work.

#include <optional>

#include "server/domain/agenda/state.hpp"
#include "server/domain/context.hpp"

namespace dais::domain {

/// Adds `change` to the version of the command at `at`, which begins with its first change.
void remember(agenda_state& agenda, protocol::topics::agenda_change change, position const& at);

/// How an item is called in the history: number and title, in each language of the title; cut to what a name may have.
protocol::localized_name label(protocol::topics::agenda_item const& item);
/// A session: when it starts and ends (UTC), in each language of its title.
protocol::localized_name label(protocol::topics::agenda_session const& session);

}  // namespace dais::domain
