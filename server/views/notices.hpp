#pragma once

#include "protocol/topics/notices.hpp"
#include "server/domain/notices/state.hpp"

namespace dais::views {

/// Topics "notices" (to everyone, for everybody), "notices/category/<category>" and "notices/delegation/<delegation>"
/// (for the accounts of such delegations, or of that one): the notices to exactly these recipients. Not those that were
/// withdrawn, nor those to anybody else; a reader follows the three that concern them.
protocol::topics::notices notices_view(domain::notices_state const& notices,
                                       protocol::notices::recipients const& readers);

/// Topic "notices@secretariat", for the secretariat: every notice that was not withdrawn.
protocol::topics::notices all_notices_view(domain::notices_state const& notices);

}  // namespace dais::views
