#pragma once

#include "protocol/topics/sponsorship.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::views {

/// Topic "sponsorship@committee", for the committee and the secretariat: every application with what it says (survivor
/// and companion too), its costs, the delegation's name, and the member's name and gender, as approved or else as
/// drafted; and the funds. Not the member's e-mail, function, needs or answers. Of a forgotten person only state and
/// costs.
protocol::topics::sponsorship sponsorship_view(domain::meeting_state const& state);

/// Topic "sponsorship/<delegation>", for its focal points and the secretariat: the delegation's own applications as it
/// made them. Not their costs, not the funds, not those of others.
protocol::topics::own_sponsorship own_sponsorship_view(domain::meeting_state const& state,
                                                       protocol::delegation_id const& delegation);

}  // namespace dais::views
