#include "server/views/sponsorship.hpp"

namespace dais::views {

namespace {

/// What is known of a member now; nothing where they have left or were forgotten.
std::optional<protocol::member_details> details_of(domain::registration_area const& registration,
                                                   domain::application const& of) {
  auto const delegation = registration.delegations.find(of.delegation);
  if (delegation == registration.delegations.end()) return std::nullopt;
  auto const member = delegation->second.members.find(of.member);
  if (member == delegation->second.members.end()) return std::nullopt;
  auto const& [approved, draft, leaving, erased, version] = member->second;
  return approved ? approved->details : draft ? draft->details : std::nullopt;
}

}  // namespace

protocol::topics::sponsorship sponsorship_view(domain::meeting_state const& state) {
  protocol::topics::sponsorship shown;
  for (auto const& [id, each] : state.sponsorship.applications) {
    auto& application = shown.applications[id];
    application.delegation = each.delegation;
    if (auto const of = state.registration.delegations.find(each.delegation);
        of != state.registration.delegations.end())
      application.delegation_name = of->second.name;
    application.member = each.member;
    if (auto const member = details_of(state.registration, each)) {
      application.name = (member->name_latin ? *member->name_latin : member->name).value;
      application.gender = member->gender;
    }
    application.details = each.details;
    application.state = each.state;
    application.costs = each.costs;
    application.total = each.total();
    application.received = each.received;
    application.version = each.version;
  }
  shown.funds = state.sponsorship.funds;
  return shown;
}

protocol::topics::own_sponsorship own_sponsorship_view(domain::meeting_state const& state,
                                                       protocol::delegation_id const& delegation) {
  protocol::topics::own_sponsorship shown;
  for (auto const& [id, each] : state.sponsorship.applications)
    if (each.delegation == delegation)
      shown.applications[id] = {each.member, each.details, each.state, each.received, each.version};
  return shown;
}

}  // namespace dais::views
