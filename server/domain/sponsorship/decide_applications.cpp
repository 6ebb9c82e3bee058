// Applying for sponsorship, and what the secretariat enters for it.

#include <algorithm>
#include <set>
#include <string>

#include "server/domain/limits.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/applications.hpp"
#include "server/domain/sponsorship/decide.hpp"

namespace dais::domain {
namespace {

using protocol::application_state;
using protocol::error_code;
using protocol::reject;

void check_costs(protocol::meeting_details const& meeting, std::vector<protocol::cost_item> const& costs,
                 problems& found) {
  std::string allowed;
  for (auto const& each : meeting.cost_kinds.items) allowed += (allowed.empty() ? "" : ", ") + each.value;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    auto const& kind = costs[i].kind.value;
    std::string const path = "/costs/" + std::to_string(i) + "/kind";
    if (std::ranges::find(meeting.cost_kinds.items, costs[i].kind) == meeting.cost_kinds.items.end())
      found.push_back({error_code::unknown_value,
                       path,
                       "\"" + kind + "\" is no kind of cost of this meeting; choose one of: " + allowed + ".",
                       {{"allowed", allowed}}});
    else if (!seen.insert(kind).second)
      found.push_back({error_code::already_there,
                       path,
                       "The cost \"" + kind + "\" is entered twice; put the amounts together.",
                       {{"name", kind}}});
  }
}

}  // namespace

decision<protocol::sponsorship::apply> decide(meeting_state const& state, protocol::sponsorship::apply const& command,
                                              context const& with) {
  auto const of = state.registration.delegations.find(command.delegation);
  if (of == state.registration.delegations.end())
    return refuse_unknown("/delegation", "delegation", command.delegation.value);
  auto const found = of->second.members.find(command.member);
  if (found == of->second.members.end())
    return reject(error_code::not_found, "/member",
                  "There is no such member in this delegation; add the member first, then apply.",
                  {{"name", command.member.value}});
  if (found->second.leaving || found->second.erased)
    return reject(error_code::not_now, "/member",
                  "This member is leaving the delegation, or was erased; apply for a member who comes.");
  for (auto const& [id, each] : state.sponsorship.applications)
    if (each.member == command.member && each.stands())
      return reject(error_code::already_there, "/member",
                    "There is an application for this member already; change that one.", {{"application", id.value}});
  if (state.sponsorship.applications.size() >= most::applications)
    return refuse_full("applications", most::applications);
  protocol::application_id const id{with.fresh()};
  return decided<meeting_event, protocol::sponsorship::applied>{
      {application_received{
          id, command.delegation, command.member, {protocol::person_id{command.member.value}, command.details}}},
      {id}};
}

decision<protocol::sponsorship::change> decide(meeting_state const& state, protocol::sponsorship::change const& command,
                                               context const&) {
  auto const found = find_application(state, command.delegation, command.application);
  if (!found) return std::unexpected(found.error());
  auto const& now = **found;
  if (now.version != command.version) return refuse_stale("application", now.version);
  if (now.state == application_state::withdrawn) return refuse_withdrawn();
  protocol::person_id const person{now.member.value};
  if (state.forgotten.contains(person))
    return reject(error_code::not_now, "/application",
                  "This person's data was erased at their wish; withdraw the application instead.");
  if (now.award || now.refusal) return refuse_decided();
  if (now.details == command.details) return accepted{};
  return accepted{{application_changed{command.application, command.delegation, {person, command.details}}}, {}};
}

decision<protocol::sponsorship::withdraw> decide(meeting_state const& state,
                                                 protocol::sponsorship::withdraw const& command, context const&) {
  auto const found = find_application(state, command.delegation, command.application);
  if (!found) return std::unexpected(found.error());
  if ((*found)->state == application_state::withdrawn)
    return reject(error_code::nothing_to_do, "/application",
                  "This application is withdrawn already; nothing is left to do.");
  if ((*found)->award && (*found)->award->live())
    return reject(error_code::not_now, "/application",
                  "An award was notified for this application; decline the award instead.");
  return accepted{{application_withdrawn{command.application, command.delegation}}, {}};
}

decision<protocol::sponsorship::set_costs> decide(meeting_state const& state,
                                                  protocol::sponsorship::set_costs const& command, context const&) {
  auto const found = find_application(state, command.application);
  if (!found) return std::unexpected(found.error());
  auto const& now = **found;
  if (now.version != command.version) return refuse_stale("application", now.version);
  if (now.state == application_state::withdrawn) return refuse_withdrawn();
  if (now.award) return refuse_decided();
  problems wrong;
  check_costs(state.details, command.costs.items, wrong);
  if (!wrong.empty()) return refuse(std::move(wrong));
  if (now.costs == command.costs.items) return accepted{};
  return accepted{{costs_entered{command.application, now.delegation, command.costs.items}}, {}};
}

}  // namespace dais::domain
