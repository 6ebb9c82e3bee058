#pragma once
// The states as JSON documents, in which scenarios look things up.

#include "protocol/json.hpp"
#include "server/domain/meeting/state.hpp"
#include "server/domain/organization/state.hpp"

namespace dais::scenario {

/// Both states in one document: accounts, meetings; meeting, agenda, versions, documents, delegations (with what is
/// missing), applications, funds, notices, forgotten.
protocol::json state_json(domain::meeting_state const& meeting, domain::organization_state const& organization);

}  // namespace dais::scenario
