#include <algorithm>

#include "server/domain/meeting/import/areas.hpp"
#include "server/domain/meeting/import/check_meeting.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::meeting::change_kind;

bool has_delegation(import_run const& run, protocol::delegation_id const& id) {
  return run.state().registration.delegations.contains(id) ||
         std::ranges::find(run.file().delegations.items, id, &protocol::file_delegation::id) !=
             run.file().delegations.items.end();
}

}  // namespace

void import_details(import_run& run) {
  auto const& file = run.file();
  std::string const what = "meeting " + file.id.value;
  problems found = check_meeting(file.meeting);
  if (file.format.value != "dais-meeting/1")
    found.push_back({error_code::wrong_format,
                     "/format",
                     "This file is of the form \"" + file.format.value + "\"; give one of the form dais-meeting/1.",
                     {}});
  if (!run.is_new() && run.state().id != file.id)
    found.push_back({error_code::not_found,
                     "/id",
                     "This file is about the meeting \"" + file.id.value + "\"; import it there.",
                     {{"name", file.id.value}}});
  if (file.meeting.presidency && !has_delegation(run, *file.meeting.presidency))
    found.push_back(no_such("/meeting/presidency", "delegation", file.meeting.presidency->value));
  if (!found.empty()) return run.refuse(what, std::move(found));
  if (run.is_new())
    return run.accept(change_kind::added, "/meeting", what, {}, {meeting_created{file.id, file.meeting}});
  if (run.state().details == file.meeting) return run.leave();
  run.accept(change_kind::changed, "/meeting", what, differences(run.state().details, file.meeting),
             {meeting_changed{file.meeting}});
}

void check_still_used(import_run& run) {
  problems found;
  auto const& meeting = run.file().meeting;
  auto const lost = [&](std::string const& path, std::string const& what, std::string const& id,
                        std::string const& user) {
    found.push_back({error_code::not_now,
                     path,
                     "The " + what + " \"" + id + "\" is used by \"" + user + "\"; keep it in the file.",
                     {{"name", id}, {"user", user}}});
  };
  for (auto const& [id, each] : run.state().registration.delegations)
    if (std::ranges::find(meeting.categories.items, each.category, &protocol::participant_category::id) ==
        meeting.categories.items.end())
      lost("/meeting/categories", "category", each.category.value, id.value);
  for (auto const& [id, each] : run.state().documents.documents)
    if (std::ranges::find(meeting.document_kinds.items, each.details.kind.value,
                          [](auto const& kind) { return kind.id.value; }) == meeting.document_kinds.items.end())
      lost("/meeting/document_kinds", "kind of document", each.details.kind.value, id.value);
  if (!found.empty()) run.refuse("meeting " + run.file().id.value, std::move(found));
}

}  // namespace dais::domain
