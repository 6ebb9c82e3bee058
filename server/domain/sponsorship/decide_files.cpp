// Supporting files of an application, and what the secretariat finds out about it.

#include <algorithm>

#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/applications.hpp"
#include "server/domain/sponsorship/decide.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::reject;

template <class Rules, class Id>
bool has(Rules const& rules, Id const& id) {
  return std::ranges::any_of(rules.items, [&](auto const& each) { return each.id == id; });
}

problems check(protocol::application_assessment const& assessment, protocol::sponsorship_terms const& terms) {
  problems found;
  for (auto const& [id, ignored] : assessment.answers)
    if (!has(terms.assessments, id))
      found.push_back(no_such("/assessment/answers/" + step(id.value), "question of the assessment", id.value));
  if (assessment.route && !has(terms.fares.routes, *assessment.route))
    found.push_back(no_such("/assessment/route", "class of route", assessment.route->value));
  return found;
}

}  // namespace

decision<protocol::sponsorship::attach_file> decide(meeting_state const& state,
                                                    protocol::sponsorship::attach_file const& command, context const&) {
  auto const found = find_standing(state, command.delegation, command.application);
  if (!found) return std::unexpected(found.error());
  auto const& now = **found;
  protocol::person_id const person{now.member.value};
  if (state.forgotten.contains(person))
    return reject(error_code::not_now, "/application",
                  "This person's data was erased at their wish; withdraw the application instead.");
  if (!state.sponsorship.terms || !has(state.sponsorship.terms->files, command.id))
    return refuse_unknown("/id", "supporting file in the terms", command.id.value);
  if (auto const same = now.files.find(command.id); same != now.files.end() && same->second.file == command.file)
    return decided<meeting_event, protocol::document_file>{{}, command.file};
  return decided<meeting_event, protocol::document_file>{
      {application_file_attached{command.application, command.delegation, command.id, {person, command.file}}},
      command.file};
}

decision<protocol::sponsorship::detach_file> decide(meeting_state const& state,
                                                    protocol::sponsorship::detach_file const& command, context const&) {
  auto const found = find_standing(state, command.delegation, command.application);
  if (!found) return std::unexpected(found.error());
  if (!(*found)->files.contains(command.id)) return refuse_unknown("/id", "supporting file", command.id.value);
  if ((*found)->award || (*found)->refusal) return refuse_decided();
  return accepted{{application_file_detached{command.application, command.delegation, command.id}}, {}};
}

decision<protocol::sponsorship::assess> decide(meeting_state const& state, protocol::sponsorship::assess const& command,
                                               context const&) {
  auto const found = find_application(state, command.application);
  if (!found) return std::unexpected(found.error());
  auto const& now = **found;
  if (now.version != command.version) return refuse_stale("application", now.version);
  if (now.state == protocol::application_state::withdrawn) return refuse_withdrawn();
  protocol::person_id const person{now.member.value};
  if (state.forgotten.contains(person))
    return reject(error_code::not_now, "/application",
                  "This person's data was erased at their wish; there is nothing to assess.");
  if (!state.sponsorship.terms)
    return reject(error_code::not_now, "", "There are no terms of sponsorship yet; set them first.");
  if (auto wrong = check(command.assessment, *state.sponsorship.terms); !wrong.empty()) return refuse(std::move(wrong));
  if (now.assessment == command.assessment) return accepted{};
  return accepted{{application_assessed{command.application, now.delegation, {person, command.assessment}}}, {}};
}

}  // namespace dais::domain
