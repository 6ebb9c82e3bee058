#include "server/domain/meeting/import/check_meeting.hpp"

#include <algorithm>
#include <chrono>
#include <set>
#include <string>

#include "server/domain/documents/symbols.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;

constexpr std::chrono::year first_year{1990}, last_year{2100};
constexpr std::chrono::days longest{366};

void check_dates(protocol::meeting_details const& meeting, problems& found) {
  auto const sane = [&](protocol::date day, char const* path) {
    if (day.ok() && day.year() >= first_year && day.year() <= last_year) return true;
    found.push_back(
        {error_code::out_of_range, path, "Give a day between 1990 and 2100.", {{"min", "1990"}, {"max", "2100"}}});
    return false;
  };
  bool const opens = sane(meeting.opens, "/meeting/opens"), closes = sane(meeting.closes, "/meeting/closes");
  if (!opens || !closes) return;
  auto const length = std::chrono::sys_days(meeting.closes) - std::chrono::sys_days(meeting.opens);
  if (length.count() < 0)
    found.push_back({error_code::out_of_range,
                     "/meeting/closes",
                     "The meeting closes before it opens; correct one of the two days.",
                     {}});
  else if (length > longest)
    found.push_back({error_code::out_of_range,
                     "/meeting/closes",
                     "The meeting lasts longer than a year; correct one of the two days.",
                     {}});
}

bool is_zone(std::string const& name) {
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '+' || c == '-';
  });
}

void check_form(protocol::meeting_details const& meeting, problems& found) {
  if (meeting.time_zone.value.empty() || !is_zone(meeting.time_zone.value))
    found.push_back(
        {error_code::wrong_format, "/meeting/time_zone", "Give the name of a time zone such as Europe/Zurich.", {}});
  if (!std::ranges::all_of(meeting.currency.value, [](char c) { return c >= 'A' && c <= 'Z'; }))
    found.push_back({error_code::wrong_format,
                     "/meeting/currency",
                     "Give the code of a currency in three capital letters, such as CHF.",
                     {}});
  if (!symbol_grammar::from(meeting.symbol_pattern.value))
    found.push_back({error_code::wrong_format,
                     "/meeting/symbol_pattern",
                     "Give a regular expression (ECMAScript) without back-references, that repeats only single "
                     "characters a fixed number of times, at most 20.",
                     {}});
  if (meeting.languages.items.empty())
    found.push_back({error_code::too_short, "/meeting/languages", "Name at least one language.", {{"min", "1"}}});
}

/// Says of each element whose key an earlier one has that it is there twice.
template <class Elements, class Key>
void check_unique(Elements const& elements, Key key, std::string const& path, std::string const& step_to_key,
                  problems& found) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < elements.size(); ++i)
    if (auto const& value = key(elements[i]); !seen.insert(value).second)
      found.push_back({error_code::already_there,
                       path + "/" + std::to_string(i) + step_to_key,
                       "\"" + value + "\" stands twice in this list; take it out once.",
                       {{"name", value}}});
}

}  // namespace

problems check_meeting(protocol::meeting_details const& meeting) {
  problems found;
  check_dates(meeting, found);
  check_form(meeting, found);
  auto const value = [](auto const& each) { return each.value; };
  auto const id = [](auto const& each) { return each.id.value; };
  check_unique(meeting.languages.items, value, "/meeting/languages", "", found);
  check_unique(meeting.categories.items, id, "/meeting/categories", "/id", found);
  check_unique(meeting.fields.items, id, "/meeting/fields", "/id", found);
  check_unique(meeting.document_kinds.items, id, "/meeting/document_kinds", "/id", found);
  check_unique(meeting.cost_kinds.items, value, "/meeting/cost_kinds", "", found);
  for (std::size_t i = 0; i < meeting.fields.items.size(); ++i) {
    auto const& field = meeting.fields.items[i];
    std::string const path = "/meeting/fields/" + std::to_string(i) + "/choices";
    check_unique(field.choices.items, id, path, "/id", found);
    if (field.type == protocol::field_type::choice && field.choices.items.empty())
      found.push_back({error_code::too_short, path, "Give at least one choice.", {{"min", "1"}}});
  }
  return found;
}

}  // namespace dais::domain
