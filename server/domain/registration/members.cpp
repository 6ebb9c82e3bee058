#include "server/domain/registration/members.hpp"

#include <algorithm>

namespace dais::domain {

bool by_secretariat(meeting_state const& state, context const& with) {
  return std::ranges::any_of(with.by.roles, [&](protocol::role_grant const& grant) {
    return grant.role == protocol::role::secretariat && (!grant.meeting || *grant.meeting == state.id);
  });
}

std::vector<meeting_event> change_entry(protocol::delegation_id const& delegation, protocol::member_id const& id,
                                        member const& now, protocol::member_details const& details) {
  member_entry const entry{details.category, details};
  if (now.approved == entry) {
    if (!now.waiting()) return {};
    return {member_restored{delegation, id}};
  }
  if (now.draft == entry) return {};
  return {member_changed{delegation, id, details.category, {protocol::person_id{id.value}, details}}};
}

void take_back_submission(meeting_state const& state, protocol::delegation_id const& delegation, context const& with,
                          std::vector<meeting_event>& events) {
  auto const found = state.registration.delegations.find(delegation);
  if (found == state.registration.delegations.end() || by_secretariat(state, with)) return;
  if (found->second.state == protocol::registration_state::submitted)
    events.insert(events.begin(), submission_withdrawn{delegation});
}

void take_back_application(meeting_state const& state, protocol::member_id const& member,
                           std::vector<meeting_event>& events) {
  for (auto const& [id, application] : state.sponsorship.applications)
    if (application.member == member && application.state == protocol::application_state::received)
      events.push_back(application_withdrawn{id, application.delegation});
}

}  // namespace dais::domain
