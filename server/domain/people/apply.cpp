#include "server/domain/people/apply.hpp"

#include "server/domain/sponsorship/apply.hpp"

namespace dais::domain {

void apply(meeting_state& state, person_forgotten const& event, position const& at) {
  state.forgotten.insert(event.person);
  protocol::member_id const id{event.person.value};
  auto& of = state.registration.delegations[event.delegation];
  if (auto const found = of.members.find(id); found != of.members.end()) {
    auto& member = found->second;
    member.erased = true;
    if (member.approved) member.approved->details.reset();
    if (member.draft) member.draft->details.reset();
    member.version = of.version = at.at;
  }
  forget(state.sponsorship, id, at);
}

}  // namespace dais::domain
