#pragma once
// What holds for the roles of every account.

#include <string>
#include <vector>

#include "protocol/methods/people.hpp"
#include "server/domain/organization/state.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// A focal point and a delegate name their meeting and delegation, others no delegation; meetings are there; nobody is
/// given the role of the public, or one role twice.
void check_roles(organization_state const& state, std::vector<protocol::role_grant> const& roles,
                 std::string const& path, problems& found);

/// Whether these roles hold the secretariat of all meetings, which alone can give roles.
bool leads(std::vector<protocol::role_grant> const& roles);

/// Whether no other open account leads.
bool is_last_secretariat(organization_state const& state, protocol::account_id const& account);

}  // namespace dais::domain
