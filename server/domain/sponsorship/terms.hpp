#pragma once

#include "server/domain/meeting/state.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// Why these terms cannot take the place of those that there are: ids given twice, kinds of cost that the meeting does
/// not have, routes that are not there, attributes under a name that is taken, a policy that the engine does not take;
/// and another closing date once the lots are drawn. Paths are below `path`.
problems check_terms(protocol::sponsorship_terms const& terms, meeting_state const& state, std::string const& path);

}  // namespace dais::domain
