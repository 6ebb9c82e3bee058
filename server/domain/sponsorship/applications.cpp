#include "server/domain/sponsorship/applications.hpp"

#include "server/domain/refusals.hpp"

namespace dais::domain {

using protocol::error_code;
using protocol::reject;

found_application find_application(meeting_state const& state, protocol::application_id const& id) {
  auto const& all = state.sponsorship.applications;
  auto const found = all.find(id);
  if (found == all.end()) return refuse_unknown("/application", "application", id.value);
  return &found->second;
}

found_application find_application(meeting_state const& state, protocol::delegation_id const& delegation,
                                   protocol::application_id const& id) {
  if (!state.registration.delegations.contains(delegation))
    return refuse_unknown("/delegation", "delegation", delegation.value);
  auto found = find_application(state, id);
  if (found && (*found)->delegation != delegation) return refuse_unknown("/application", "application", id.value);
  return found;
}

found_application find_standing(meeting_state const& state, protocol::delegation_id const& delegation,
                                protocol::application_id const& id) {
  auto found = find_application(state, delegation, id);
  if (found && (*found)->state == protocol::application_state::withdrawn) return refuse_withdrawn();
  return found;
}

std::unexpected<protocol::rejection> refuse_withdrawn() {
  return reject(error_code::not_now, "/application",
                "This application was withdrawn; apply again for the member instead.");
}

std::unexpected<protocol::rejection> refuse_decided() {
  return reject(error_code::not_now, "/application",
                "The committee has answered this application; tell the secretariat what changed.");
}

}  // namespace dais::domain
