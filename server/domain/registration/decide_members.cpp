// Building a delegation: its members.

#include <utility>

#include "server/domain/limits.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/registration/decide.hpp"
#include "server/domain/registration/fields.hpp"
#include "server/domain/registration/members.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::reject;

using found_member = std::pair<delegation const*, member const*>;

/// The member that a command names, at the version that it names.
protocol::result<found_member> find(meeting_state const& state, protocol::delegation_id const& delegation_id,
                                    protocol::member_id const& id, protocol::seq version) {
  auto const of = state.registration.delegations.find(delegation_id);
  if (of == state.registration.delegations.end())
    return refuse_unknown("/delegation", "delegation", delegation_id.value);
  auto const found = of->second.members.find(id);
  if (found == of->second.members.end())
    return reject(error_code::not_found, "/member",
                  "There is no such member in this delegation; reload it, and choose one that is there.",
                  {{"name", id.value}});
  if (found->second.version != version) return refuse_stale("member", found->second.version);
  return found_member{&of->second, &found->second};
}

}  // namespace

decision<protocol::registration::add_member> decide(meeting_state const& state,
                                                    protocol::registration::add_member const& command,
                                                    context const& with) {
  auto const of = state.registration.delegations.find(command.delegation);
  if (of == state.registration.delegations.end())
    return refuse_unknown("/delegation", "delegation", command.delegation.value);
  if (of->second.members.size() >= most::members) return refuse_full("members in this delegation", most::members);
  problems found;
  check_answers(command.details, state.details, "/details/fields", found);
  if (!found.empty()) return refuse(std::move(found));
  protocol::member_id const id{with.fresh()};
  decided<meeting_event, protocol::registration::member_added> out{{}, {id}};
  out.events.push_back(
      member_added{command.delegation, id, command.details.category, {protocol::person_id{id.value}, command.details}});
  take_back_submission(state, command.delegation, with, out.events);
  return out;
}

decision<protocol::registration::change_member> decide(meeting_state const& state,
                                                       protocol::registration::change_member const& command,
                                                       context const& with) {
  auto const found = find(state, command.delegation, command.member, command.version);
  if (!found) return std::unexpected(found.error());
  auto const& now = *found->second;
  if (now.erased)
    return reject(error_code::not_now, "/member",
                  "This person's data was erased at their wish; take the member out, and enter whoever comes instead.");
  problems wrong;
  check_answers(command.details, state.details, "/details/fields", wrong);
  if (!wrong.empty()) return refuse(std::move(wrong));
  accepted out{change_entry(command.delegation, command.member, now, command.details), {}};
  if (!out.events.empty()) take_back_submission(state, command.delegation, with, out.events);
  return out;
}

decision<protocol::registration::remove_member> decide(meeting_state const& state,
                                                       protocol::registration::remove_member const& command,
                                                       context const& with) {
  auto const found = find(state, command.delegation, command.member, command.version);
  if (!found) return std::unexpected(found.error());
  auto const& now = *found->second;
  if (now.leaving)
    return reject(error_code::nothing_to_do, "/member",
                  "This member's removal waits for approval already; submit the delegation if you have not yet.");
  accepted out;
  if (now.approved) {
    out.events.push_back(member_leaving{command.delegation, command.member});
  } else {
    take_back_application(state, command.member, out.events);
    out.events.push_back(member_removed{command.delegation, command.member});
  }
  take_back_submission(state, command.delegation, with, out.events);
  return out;
}

}  // namespace dais::domain
