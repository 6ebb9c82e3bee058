#include "server/domain/organization/apply.hpp"

namespace dais::domain {
namespace {

protocol::topics::account& touch(organization_state& state, protocol::account_id const& id, position const& at) {
  auto& touched = state.accounts[id];
  touched.version = at.at;
  return touched;
}

void apply(organization_state& state, account_added const& event, position const& at) {
  auto& added = touch(state, event.account, at);
  added.details = event.details.data;
  added.roles = event.roles;
}

void apply(organization_state& state, account_details_changed const& event, position const& at) {
  touch(state, event.account, at).details = event.details.data;
}

void apply(organization_state& state, account_roles_changed const& event, position const& at) {
  touch(state, event.account, at).roles = event.roles;
}

void apply(organization_state& state, account_closed const& event, position const& at) {
  touch(state, event.account, at).closed = true;
}

void apply(organization_state& state, account_forgotten const& event, position const& at) {
  auto& forgotten = touch(state, event.account, at);
  forgotten.details.reset();
  forgotten.closed = true;
  state.forgotten.insert(event.person);
}

void apply(organization_state& state, meeting_registered const& event, position const&) {
  state.meetings[event.meeting] = event.summary;
}

}  // namespace

void apply(organization_state& state, organization_event const& event, position const& at) {
  std::visit([&](auto const& each) { apply(state, each, at); }, event);
  state.seq = at.at;
}

}  // namespace dais::domain
