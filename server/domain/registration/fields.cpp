#include "server/domain/registration/fields.hpp"

#include <algorithm>
#include <vector>

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::field_type;

std::vector<std::string> choices(protocol::registration_field const& field) {
  if (field.type == field_type::yes_no) return {"yes", "no"};
  std::vector<std::string> out;
  for (auto const& choice : field.choices.items) out.push_back(choice.id.value);
  return out;
}

void check_answer(protocol::registration_field const& field, std::string const& answer, std::string const& path,
                  problems& found) {
  if (answer.empty()) return;
  if (field.type == field_type::line && answer.find('\n') != std::string::npos)
    found.push_back({error_code::wrong_format, path, "Write this answer on one line.", {}});
  if (field.type != field_type::choice && field.type != field_type::yes_no) return;
  auto const allowed = choices(field);
  if (std::ranges::find(allowed, answer) != allowed.end()) return;
  std::string listed;
  for (auto const& each : allowed) listed += (listed.empty() ? "" : ", ") + each;
  found.push_back({error_code::unknown_value,
                   path,
                   "This answer is not one of the choices; choose one of: " + listed + ".",
                   {{"allowed", listed}}});
}

}  // namespace

void check_answers(protocol::member_details const& details, protocol::meeting_details const& meeting,
                   std::string const& path, problems& found) {
  for (auto const& [id, answer] : details.fields) {
    std::string const here = path + "/" + step(id.value);
    auto const field = std::ranges::find(meeting.fields.items, id, &protocol::registration_field::id);
    if (field == meeting.fields.items.end())
      found.push_back({error_code::unknown_field,
                       here,
                       "This meeting does not ask for \"" + id.value + "\"; take the answer out.",
                       {{"name", id.value}}});
    else
      check_answer(*field, answer.value, here, found);
  }
}

bool answered(protocol::member_details const& details, protocol::field_id const& field) {
  auto const found = details.fields.find(field);
  return found != details.fields.end() && found->second.value.find_first_not_of(" \t\n") != std::string::npos;
}

}  // namespace dais::domain
