// Adding and changing delegations, and approving what they submit.

#include <algorithm>

#include "server/domain/limits.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/registration/categories.hpp"
#include "server/domain/registration/decide.hpp"
#include "server/domain/registration/members.hpp"
#include "server/domain/registration/missing.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::registration_state;
using protocol::reject;

delegation const* find(meeting_state const& state, protocol::delegation_id const& id) {
  auto const found = state.registration.delegations.find(id);
  return found == state.registration.delegations.end() ? nullptr : &found->second;
}

auto unknown_delegation(protocol::delegation_id const& id, std::string path = "/delegation") {
  return refuse_unknown(std::move(path), "delegation", id.value);
}

}  // namespace

void check_category(protocol::meeting_details const& meeting, protocol::category_id const& category,
                    std::string const& path, problems& found) {
  std::string allowed;
  for (auto const& each : meeting.categories.items) {
    if (each.id == category) return;
    allowed += (allowed.empty() ? "" : ", ") + each.id.value;
  }
  found.push_back({error_code::unknown_value,
                   path,
                   "\"" + category.value + "\" is no category of this meeting; choose one of: " + allowed + ".",
                   {{"allowed", allowed}}});
}

decision<protocol::registration::add_delegation> decide(meeting_state const& state,
                                                        protocol::registration::add_delegation const& command,
                                                        context const&) {
  if (find(state, command.details.id))
    return reject(error_code::already_there, "/details/id",
                  "There is a delegation \"" + command.details.id.value + "\" already; change that one.",
                  {{"name", command.details.id.value}});
  if (state.registration.delegations.size() >= most::delegations) return refuse_full("delegations", most::delegations);
  problems found;
  check_category(state.details, command.details.category, "/details/category", found);
  if (!found.empty()) return refuse(std::move(found));
  return accepted{{delegation_added{command.details}}, {}};
}

decision<protocol::registration::change_delegation> decide(meeting_state const& state,
                                                           protocol::registration::change_delegation const& command,
                                                           context const&) {
  auto const* const now = find(state, command.details.id);
  if (!now) return unknown_delegation(command.details.id, "/details/id");
  if (now->version != command.version) return refuse_stale("delegation", now->version);
  problems found;
  check_category(state.details, command.details.category, "/details/category", found);
  if (!found.empty()) return refuse(std::move(found));
  if (now->name == command.details.name && now->category == command.details.category) return accepted{};
  return accepted{{delegation_changed{command.details}}, {}};
}

decision<protocol::registration::submit> decide(meeting_state const& state,
                                                protocol::registration::submit const& command, context const&) {
  auto const* const now = find(state, command.delegation);
  if (!now) return unknown_delegation(command.delegation);
  if (now->state == registration_state::submitted)
    return reject(error_code::nothing_to_do, "/delegation",
                  "The delegation is submitted already; the secretariat will approve or return it.");
  if (now->state == registration_state::approved)
    return reject(error_code::nothing_to_do, "/delegation",
                  "The delegation is approved, and nothing in it has changed since; there is nothing to submit.");
  if (auto found = missing(*now, state.details); !found.empty()) return refuse(std::move(found));
  return accepted{{delegation_submitted{command.delegation}}, {}};
}

decision<protocol::registration::approve> decide(meeting_state const& state,
                                                 protocol::registration::approve const& command, context const&) {
  auto const* const now = find(state, command.delegation);
  if (!now) return unknown_delegation(command.delegation);
  if (now->state == registration_state::approved)
    return reject(error_code::nothing_to_do, "/delegation",
                  "The delegation is approved already; nothing is left to do.");
  if (now->version != command.version) return refuse_stale("delegation", now->version);
  if (now->state != registration_state::submitted)
    return reject(error_code::not_now, "/delegation",
                  "The delegation is not submitted; wait until it is, or ask its focal point to submit it.");
  if (auto found = missing(*now, state.details); !found.empty()) return refuse(std::move(found));
  accepted out;
  for (auto const& [id, each] : now->members)
    if (each.leaving || (each.erased && !each.approved)) take_back_application(state, id, out.events);
  out.events.push_back(delegation_approved{command.delegation});
  return out;
}

decision<protocol::registration::return_to_delegation> decide(
    meeting_state const& state, protocol::registration::return_to_delegation const& command, context const&) {
  auto const* const now = find(state, command.delegation);
  if (!now) return unknown_delegation(command.delegation);
  if (now->state == registration_state::returned)
    return reject(error_code::nothing_to_do, "/delegation",
                  "The delegation was returned already, and is not submitted again yet.");
  if (now->version != command.version) return refuse_stale("delegation", now->version);
  if (now->state != registration_state::submitted)
    return reject(error_code::not_now, "/delegation",
                  "The delegation is not submitted, so it cannot be returned; write to its focal point instead.");
  return accepted{{delegation_returned{command.delegation, command.reason}}, {}};
}

}  // namespace dais::domain
