#pragma once

#include "protocol/topics/sponsorship.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::views {

/// Topic "sponsorship@committee", for the committee and the secretariat: every application with what it says (survivor
/// and companion too), its files, costs, assessment, and what was decided; the delegation's name, and the member's
/// name, gender and language, as approved or else as drafted; and the funds. Not the member's e-mail (only whether
/// there is one), function, needs or answers. Of a forgotten person only state, costs and money.
protocol::topics::sponsorship sponsorship_view(domain::meeting_state const& state);

/// Topic "sponsorship/<delegation>", for its focal points and the secretariat: the delegation's own applications as it
/// made them, with their files and the answer. Not the assessment, nor the costs but those of an award, nor which fund
/// pays; not the funds, not those of others.
protocol::topics::own_sponsorship own_sponsorship_view(domain::meeting_state const& state,
                                                       protocol::delegation_id const& delegation);

/// Topic "application/<member>", for that person and the secretariat: the same of this member's own applications.
protocol::topics::own_sponsorship own_sponsorship_view(domain::meeting_state const& state,
                                                       protocol::member_id const& member);

/// Topic "sponsorship", for everybody: deadlines, what a file must hold, what may be paid, the policy, and the lots
/// once they are drawn. Nothing about persons, nor facts about delegations, fares or funds.
protocol::topics::published_terms published_terms_view(domain::meeting_state const& state);

/// Topic "sponsorship.terms@committee", for the committee and the secretariat: the terms as a whole.
protocol::topics::whole_terms whole_terms_view(domain::meeting_state const& state);

/// Topic "allocation@committee", for the committee and the secretariat: scenarios and proposals, with who proposed and
/// approved by account. Not who gets what: that is asked for by sponsorship.simulate.
protocol::topics::allocations allocations_view(domain::meeting_state const& state);

}  // namespace dais::views
