#pragma once

#include "protocol/topics/agenda.hpp"
#include "protocol/topics/meeting.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::views {

/// Topic "meeting", for everybody: what the meeting is, with its dates, venue, languages, categories of participants,
/// kinds of document and the questions that its registration asks. Nobody's answers to them.
protocol::topics::meeting meeting_view(domain::meeting_state const& state);

/// Topic "agenda", for everybody: the items in their order with their state and times, the current one, and the
/// programme of work. Nothing about persons.
protocol::topics::agenda agenda_view(domain::meeting_state const& state);

/// Topic "agenda.versions", for everybody: what changed in the agenda and the programme of work, and when, in the
/// versions that are still kept. Not by whom.
protocol::topics::agenda_versions agenda_versions_view(domain::meeting_state const& state);

}  // namespace dais::views
