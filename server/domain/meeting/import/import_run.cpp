#include "server/domain/meeting/import/import_run.hpp"

#include <utility>

#include "server/domain/meeting/apply.hpp"

namespace dais::domain {

using protocol::meeting::change_kind;

import_run::import_run(meeting_state const* before, import_meeting const& command)
    : x_command(command), x_is_new(!before || !before->exists()), x_state(before ? *before : meeting_state{}) {
  x_plan.meeting = command.file.id;
  x_plan.is_new = x_is_new;
  x_plan.digest = command.file_sha256 + "@" + std::to_string(x_state.seq);
  for (auto const& [id, item] : x_state.agenda.items) x_items.emplace(item.number, id);
}

protocol::item_id const* import_run::item(protocol::item_number const& number) const {
  auto const found = x_items.find(number);
  return found == x_items.end() ? nullptr : &found->second;
}

void import_run::know(protocol::item_number const& number, protocol::item_id id) {
  x_items.emplace(number, std::move(id));
}

std::vector<protocol::item_id> import_run::items(std::vector<protocol::item_number> const& numbers,
                                                 std::string const& path, problems& found) const {
  std::vector<protocol::item_id> out;
  std::set<protocol::item_number> seen;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::string const here = path + "/" + std::to_string(i);
    if (auto const* const id = item(numbers[i]); !id)
      found.push_back(no_such(here, "agenda item", numbers[i].value));
    else if (!seen.insert(numbers[i]).second)
      found.push_back({protocol::error_code::already_there,
                       here,
                       "The agenda item " + numbers[i].value + " is named twice; take it out once.",
                       {{"name", numbers[i].value}}});
    else
      out.push_back(*id);
  }
  return out;
}

bool import_run::is_first(std::string const& kind, std::string const& id, std::string const& path, problems& found) {
  if (x_seen.emplace(kind, id).second) return true;
  found.push_back({protocol::error_code::already_there,
                   path,
                   "The " + kind + " \"" + id + "\" stands twice in the file; take it out once.",
                   {{"name", id}}});
  return false;
}

void import_run::accept(change_kind kind, std::string path, std::string what, std::vector<std::string> fields,
                        std::vector<meeting_event> events) {
  position const at{x_state.seq, {}};
  for (auto& event : events) {
    apply(x_state, event, at);
    x_events.push_back(std::move(event));
  }
  auto const line = line_of(path);
  x_plan.changes.push_back({kind, line, std::move(path), std::move(what), std::move(fields), std::nullopt});
}

void import_run::refuse(std::string const& what, problems found) {
  for (auto& each : found) {
    auto const line = line_of(each.path);
    each.values.emplace("line", std::to_string(line));
    std::string path = each.path;
    x_plan.changes.push_back({change_kind::refused, line, std::move(path), what, {}, std::move(each)});
  }
}

problems import_run::refused() const {
  problems out;
  for (auto const& change : x_plan.changes)
    if (change.why) out.push_back(*change.why);
  return out;
}

std::int64_t import_run::line_of(std::string path) const {
  for (;;) {
    if (auto const found = x_command.lines.find(path); found != x_command.lines.end()) return found->second;
    auto const cut = path.rfind('/');
    if (cut == std::string::npos) return 0;
    path.resize(cut);
  }
}

}  // namespace dais::domain
