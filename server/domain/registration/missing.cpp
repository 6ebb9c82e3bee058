#include "server/domain/registration/missing.hpp"

#include <string>

#include "protocol/limits.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/registration/fields.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;

void check_head(delegation const& of, problems& found) {
  int staying = 0, heads = 0;
  for (auto const& [id, each] : of.members) {
    if (each.leaving) continue;
    ++staying;
    if (each.wanted().category == protocol::member_category::head) ++heads;
  }
  if (staying == 0)
    found.push_back({error_code::incomplete,
                     "/members",
                     "The delegation has no members yet; add its head first.",
                     {{"missing", "no_members"}}});
  else if (heads == 0)
    found.push_back({error_code::incomplete,
                     "/members",
                     "The delegation has no head; mark one member as its head.",
                     {{"missing", "no_head"}}});
  else if (heads > 1)
    found.push_back(
        {error_code::incomplete,
         "/members",
         "The delegation has " + std::to_string(heads) + " heads; leave one, and make the others alternates.",
         {{"missing", "several_heads"}, {"heads", std::to_string(heads)}}});
}

void check_fields(protocol::member_id const& id, protocol::member_details const& details,
                  protocol::meeting_details const& meeting, problems& found) {
  for (auto const& field : meeting.fields.items)
    if (field.required && !answered(details, field.id))
      found.push_back({error_code::incomplete,
                       "/members/" + step(id.value) + "/fields/" + step(field.id.value),
                       "The question \"" + field.id.value + "\" is not answered for this member; answer it.",
                       {{"missing", "field"}, {"member", id.value}, {"field", field.id.value}}});
}

}  // namespace

std::vector<protocol::problem> missing(delegation const& of, protocol::meeting_details const& meeting) {
  problems found;
  check_head(of, found);
  for (auto const& [id, each] : of.members)
    if (!each.leaving && !each.erased && each.wanted().details)
      check_fields(id, *each.wanted().details, meeting, found);
  if (found.size() > protocol::limits::problems) found.resize(protocol::limits::problems);
  return found;
}

}  // namespace dais::domain
