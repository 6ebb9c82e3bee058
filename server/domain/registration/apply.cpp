#include "server/domain/registration/apply.hpp"

#include <algorithm>
#include <utility>

namespace dais::domain {
namespace {

using protocol::registration_state;

delegation& touch(registration_area& area, protocol::delegation_id const& id, position const& at) {
  delegation& touched = area.delegations[id];
  touched.version = at.at;
  return touched;
}

bool any(delegation const& of, bool (*holds)(member const&)) {
  return std::ranges::any_of(of.members, [&](auto const& each) { return holds(each.second); });
}

/// An approved delegation in which something waits is `changed`, and `approved` again when nothing does any more.
void settle(delegation& of) {
  bool const waits = any(of, [](member const& each) { return each.waiting(); });
  if (of.state == registration_state::approved && waits) of.state = registration_state::changed;
  if (of.state == registration_state::changed && !waits) of.state = registration_state::approved;
}

}  // namespace

void apply(registration_area& area, delegation_added const& event, position const& at) {
  auto& added = touch(area, event.details.id, at);
  added.name = event.details.name;
  added.category = event.details.category;
}

void apply(registration_area& area, delegation_changed const& event, position const& at) {
  auto& changed = touch(area, event.details.id, at);
  changed.name = event.details.name;
  changed.category = event.details.category;
}

void apply(registration_area& area, member_added const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  auto& added = of.members[event.member];
  added.draft = member_entry{event.category, event.details.data};
  added.version = at.at;
  area.people.insert_or_assign(event.details.person, event.delegation);
  settle(of);
}

void apply(registration_area& area, member_changed const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  auto& changed = of.members[event.member];
  changed.draft = member_entry{event.category, event.details.data};
  changed.leaving = false;
  changed.version = at.at;
  settle(of);
}

void apply(registration_area& area, member_restored const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  auto& restored = of.members[event.member];
  restored.draft.reset();
  restored.leaving = false;
  restored.version = at.at;
  settle(of);
}

void apply(registration_area& area, member_removed const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  of.members.erase(event.member);
  settle(of);
}

void apply(registration_area& area, member_leaving const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  auto& leaving = of.members[event.member];
  leaving.draft.reset();
  leaving.leaving = true;
  leaving.version = at.at;
  settle(of);
}

void apply(registration_area& area, delegation_submitted const& event, position const& at) {
  auto& submitted = touch(area, event.delegation, at);
  submitted.state = registration_state::submitted;
  submitted.submitted = at.now;
  submitted.reason.reset();
}

void apply(registration_area& area, submission_withdrawn const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  bool const was_approved = any(of, [](member const& each) { return each.approved.has_value(); });
  of.state = was_approved ? registration_state::changed : registration_state::draft;
  of.submitted.reset();
}

void apply(registration_area& area, delegation_approved const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  std::erase_if(of.members,
                [](auto const& each) { return each.second.leaving || (each.second.erased && !each.second.approved); });
  for (auto& [id, each] : of.members) {
    if (!each.draft) continue;
    each.approved = std::exchange(each.draft, std::nullopt);
    each.version = at.at;
  }
  of.state = registration_state::approved;
  of.decided = at.now;
}

void apply(registration_area& area, delegation_returned const& event, position const& at) {
  auto& of = touch(area, event.delegation, at);
  of.state = registration_state::returned;
  of.reason = event.reason.value;
  of.decided = at.now;
}

}  // namespace dais::domain
