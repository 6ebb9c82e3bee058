#pragma once
// What keeps a delegation from being submitted.

#include <vector>

#include "protocol/errors.hpp"
#include "protocol/meeting_file.hpp"
#include "server/domain/registration/state.hpp"

namespace dais::domain {

/// Why a submission would be refused: no member, no head or several, required fields unanswered. Empty where nothing is
/// missing; at most limits::problems. Each has the code `incomplete`, a path into the topic "delegation/<delegation>"
/// ("/members/<member>/fields/<field>"), and in `values` under "missing" one of no_members, no_head, several_heads,
/// field (with "member" and "field").
std::vector<protocol::problem> missing(delegation const& of, protocol::meeting_details const& meeting);

}  // namespace dais::domain
