#pragma once

#include "protocol/meeting_file.hpp"
#include "protocol/topics/registration.hpp"
#include "server/domain/registration/state.hpp"

namespace dais::views {

/// Topic "participants", for whoever takes part: the delegations with an approved member, their category and how many
/// members are approved. Not the delegations that only prepare, nor anything that waits for approval.
protocol::topics::participants participants_view(domain::registration_area const& registration);

/// Topic "participants/<delegation>", for whoever takes part: of each approved member name, title, function and place
/// in the delegation, as approved; heads first, then by place, then by name as its letters are numbered in Unicode (a
/// screen sorts for its own language). Not gender, e-mail, language, needs or answers, nor drafts. Of a forgotten
/// person only the place.
protocol::topics::delegation_participants delegation_participants_view(domain::delegation const& delegation);

/// Topic "delegation/<delegation>", for its focal points and the secretariat: everything about the delegation and its
/// members, approved and drafted, and what is missing before it can be submitted. Of a forgotten person nothing.
protocol::topics::delegation delegation_view(domain::delegation const& delegation,
                                             protocol::meeting_details const& meeting);

/// Topic "registrations@secretariat", for the secretariat: every delegation with its state and how many members are
/// approved and wait. No member by name.
protocol::topics::registrations registrations_view(domain::registration_area const& registration);

}  // namespace dais::views
