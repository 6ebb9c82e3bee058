#include <string>

#include "server/domain/limits.hpp"
#include "server/domain/meeting/import/areas.hpp"
#include "server/domain/registration/categories.hpp"
#include "server/domain/registration/fields.hpp"
#include "server/domain/registration/members.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::file_delegation;
using protocol::file_member;
using protocol::meeting::change_kind;

/// The delegation that has `member`, if any has.
protocol::delegation_id const* holder_of(registration_area const& area, protocol::member_id const& member) {
  for (auto const& [id, each] : area.delegations)
    if (each.members.contains(member)) return &id;
  return nullptr;
}

/// A person who was forgotten is never brought back, whatever the file says.
void import_member(import_run& run, protocol::delegation_id const& delegation, file_member const& member,
                   std::string const& path) {
  std::string const what = "member " + member.id.value;
  problems found;
  run.is_first("member", member.id.value, path + "/id", found);
  if (auto const* const holder = holder_of(run.state().registration, member.id); holder && *holder != delegation)
    found.push_back({error_code::already_there,
                     path + "/id",
                     "This member belongs to the delegation \"" + holder->value + "\"; give another id.",
                     {{"delegation", holder->value}}});
  check_answers(member.details, run.file().meeting, path + "/details/fields", found);
  if (!found.empty()) return run.refuse(what, std::move(found));
  protocol::person_id const person{member.id.value};
  if (run.state().forgotten.contains(person)) return run.leave();
  auto const& members = run.state().registration.delegations.at(delegation).members;
  auto const now = members.find(member.id);
  if (now == members.end())
    return run.accept(change_kind::added, path, what, {},
                      {member_added{delegation, member.id, member.details.category, {person, member.details}}});
  auto const before = now->second.wanted().details.value_or(protocol::member_details{});
  if (before == member.details) return run.leave();
  run.accept(change_kind::changed, path, what, differences(before, member.details),
             change_entry(delegation, member.id, now->second, member.details));
}

void import_delegation(import_run& run, std::size_t index) {
  auto const& of = run.file().delegations.items[index];
  std::string const path = "/delegations/" + std::to_string(index), what = "delegation " + of.id.value;
  problems found;
  run.is_first("delegation", of.id.value, path + "/id", found);
  check_category(run.file().meeting, of.category, path + "/category", found);
  auto const& delegations = run.state().registration.delegations;
  auto const now = delegations.find(of.id);
  if (now == delegations.end() && delegations.size() >= most::delegations)
    found.push_back({error_code::too_large, path, "There are 500 delegations already, which is the limit.", {}});
  if (!found.empty()) return run.refuse(what, std::move(found));
  protocol::delegation_details const details{of.id, of.name, of.category};
  if (now == delegations.end()) {
    run.accept(change_kind::added, path, what, {}, {delegation_added{details}});
  } else {
    protocol::delegation_details const before{of.id, now->second.name, now->second.category};
    if (before == details)
      run.leave();
    else
      run.accept(change_kind::changed, path, what, differences(before, details), {delegation_changed{details}});
  }
  if (!of.members) return;
  for (std::size_t i = 0; i < of.members->items.size(); ++i)
    import_member(run, of.id, of.members->items[i], path + "/members/" + std::to_string(i));
}

}  // namespace

void import_delegations(import_run& run) {
  for (std::size_t i = 0; i < run.file().delegations.items.size(); ++i) import_delegation(run, i);
}

}  // namespace dais::domain
