#include "server/domain/organization/roles.hpp"

#include <algorithm>

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::role;

bool of_a_delegation(role which) { return which == role::focal_point || which == role::delegate; }

void check_role(organization_state const& state, protocol::role_grant const& grant, std::string const& path,
                problems& found) {
  if (grant.role == role::public_reader)
    found.push_back({error_code::unknown_value,
                     path + "/role",
                     "Everybody has the role of the public; give an account another role, or none.",
                     {}});
  if (of_a_delegation(grant.role) && !grant.meeting)
    found.push_back({error_code::missing_field,
                     path + "/meeting",
                     "A focal point or delegate belongs to one meeting; say to which.",
                     {}});
  if (of_a_delegation(grant.role) && !grant.delegation)
    found.push_back({error_code::missing_field,
                     path + "/delegation",
                     "A focal point or delegate belongs to a delegation; say to which.",
                     {}});
  if (!of_a_delegation(grant.role) && grant.delegation)
    found.push_back({error_code::unknown_field,
                     path + "/delegation",
                     "Only focal points and delegates belong to a delegation; leave it out.",
                     {}});
  if (grant.member && grant.role != role::delegate)
    found.push_back({error_code::unknown_field,
                     path + "/member",
                     "Only a delegate's account can be that of a member; leave it out.",
                     {}});
  if (grant.meeting && !state.meetings.contains(*grant.meeting))
    found.push_back({error_code::not_found,
                     path + "/meeting",
                     "There is no meeting \"" + grant.meeting->value + "\"; choose one that is there.",
                     {{"name", grant.meeting->value}}});
}

}  // namespace

void check_roles(organization_state const& state, std::vector<protocol::role_grant> const& roles,
                 std::string const& path, problems& found) {
  for (auto each = roles.begin(); each != roles.end(); ++each) {
    std::string const here = path + "/" + std::to_string(each - roles.begin());
    check_role(state, *each, here, found);
    if (std::find(roles.begin(), each, *each) != each)
      found.push_back({error_code::already_there, here, "This role is given twice; take it out once.", {}});
  }
}

bool leads(std::vector<protocol::role_grant> const& roles) {
  return std::ranges::any_of(roles, [](auto const& each) { return each.role == role::secretariat && !each.meeting; });
}

bool is_last_secretariat(organization_state const& state, protocol::account_id const& account) {
  auto const open_and_leading = [](protocol::topics::account const& each) { return !each.closed && leads(each.roles); };
  auto const own = state.accounts.find(account);
  if (own == state.accounts.end() || !open_and_leading(own->second)) return false;
  return std::ranges::count_if(state.accounts, [&](auto const& each) { return open_and_leading(each.second); }) == 1;
}

}  // namespace dais::domain
