#include "server/views/registration.hpp"

#include <algorithm>
#include <tuple>

#include "server/domain/registration/missing.hpp"

namespace dais::views {

namespace {

std::int64_t count(domain::delegation const& of, bool (*holds)(domain::member const&)) {
  return std::ranges::count_if(of.members, [&](auto const& each) { return holds(each.second); });
}

std::int64_t approved_in(domain::delegation const& of) {
  return count(of, [](domain::member const& each) { return each.approved.has_value(); });
}

protocol::topics::participant participant_of(domain::member_entry const& approved) {
  protocol::topics::participant shown;
  shown.category = approved.category;
  if (approved.details) {
    shown.name = approved.details->name;
    shown.name_latin = approved.details->name_latin;
    shown.title = approved.details->title;
    shown.function = approved.details->function;
  }
  return shown;
}

std::optional<protocol::member_details> details_of(std::optional<domain::member_entry> const& entry) {
  return entry ? entry->details : std::nullopt;
}

}  // namespace

protocol::topics::participants participants_view(domain::registration_area const& registration) {
  protocol::topics::participants shown;
  for (auto const& [id, each] : registration.delegations)
    if (auto const members = approved_in(each); members > 0)
      shown.delegations[id] = {each.name, each.category, members};
  return shown;
}

protocol::topics::delegation_participants delegation_participants_view(domain::delegation const& delegation) {
  protocol::topics::delegation_participants shown;
  for (auto const& [id, each] : delegation.members) {
    if (!each.approved) continue;
    shown.members[id] = participant_of(*each.approved);
    shown.order.push_back(id);
  }
  std::ranges::sort(shown.order, {}, [&](protocol::member_id const& id) {
    auto const& member = shown.members.at(id);
    return std::tuple(member.category, member.name_latin ? member.name_latin : member.name, id);
  });
  return shown;
}

protocol::topics::delegation delegation_view(domain::delegation const& delegation,
                                             protocol::meeting_details const& meeting) {
  protocol::topics::delegation shown;
  shown.name = delegation.name;
  shown.category = delegation.category;
  shown.state = delegation.state;
  for (auto const& [id, each] : delegation.members)
    shown.members[id] = {details_of(each.approved), details_of(each.draft), each.leaving, each.erased, each.version};
  shown.missing = domain::missing(delegation, meeting);
  shown.reason = delegation.reason;
  shown.submitted = delegation.submitted;
  shown.decided = delegation.decided;
  shown.version = delegation.version;
  return shown;
}

protocol::topics::registrations registrations_view(domain::registration_area const& registration) {
  protocol::topics::registrations shown;
  for (auto const& [id, each] : registration.delegations)
    shown.delegations[id] = {.name = each.name,
                             .category = each.category,
                             .state = each.state,
                             .approved = approved_in(each),
                             .waiting = count(each, [](domain::member const& member) { return member.waiting(); }),
                             .submitted = each.submitted,
                             .version = each.version};
  return shown;
}

}  // namespace dais::views
