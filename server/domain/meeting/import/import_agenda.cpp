#include <algorithm>

#include "server/domain/agenda/sessions.hpp"
#include "server/domain/agenda/tree.hpp"
#include "server/domain/limits.hpp"
#include "server/domain/meeting/import/areas.hpp"
#include "server/domain/meeting/import/item_ids.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::file_item;
using protocol::item_id;
using protocol::meeting::change_kind;

/// The items that hang from `parent` in the agenda as it is so far: the last one.
std::optional<item_id> last_below(agenda_state const& agenda, std::optional<item_id> const& parent) {
  std::optional<item_id> last;
  for (auto const& id : agenda.order)
    if (agenda.items.at(id).parent == parent) last = id;
  return last;
}

/// A new item goes behind the sibling that stands before it in the file; without one, before the sibling that follows
/// it there; without any, to the end.
std::optional<item_id> place_of(import_run const& run, std::size_t index, std::optional<item_id> const& parent) {
  auto const& all = run.file().agenda.items;
  auto const& agenda = run.state().agenda;
  auto const sibling = [&](std::size_t i) -> item_id const* {
    auto const* const id = run.item(all[i].number);
    if (!id || all[i].parent != all[index].parent) return nullptr;
    auto const found = agenda.items.find(*id);
    return found != agenda.items.end() && found->second.parent == parent ? id : nullptr;
  };
  for (std::size_t i = index; i-- > 0;)
    if (auto const* const before = sibling(i)) return *before;
  for (std::size_t i = index + 1; i < all.size(); ++i)
    if (auto const* const behind = sibling(i)) return sibling_before(agenda, *behind);
  return last_below(agenda, parent);
}

std::optional<item_id> parent_of(import_run const& run, file_item const& item, std::string const& path,
                                 problems& found) {
  if (!item.parent) return std::nullopt;
  auto const* const parent = run.item(*item.parent);
  auto const* const own = run.item(item.number);
  if (*item.parent == item.number || (own && parent && is_below(run.state().agenda, *parent, *own)))
    found.push_back({error_code::not_now,
                     path + "/parent",
                     "Item " + item.number.value + " cannot stand below itself; name another parent, or none.",
                     {{"number", item.number.value}}});
  else if (!parent)
    found.push_back({error_code::not_found,
                     path + "/parent",
                     "There is no item " + item.parent->value + " before this one; list the parent first.",
                     {{"name", item.parent->value}}});
  return parent ? std::optional(*parent) : std::nullopt;
}

void import_item(import_run& run, std::size_t index) {
  auto const& item = run.file().agenda.items[index];
  std::string const path = "/agenda/" + std::to_string(index), what = "agenda " + item.number.value;
  problems found;
  run.is_first("agenda item", item.number.value, path + "/number", found);
  auto const parent = parent_of(run, item, path, found);
  auto const* const known = run.item(item.number);
  auto const& agenda = run.state().agenda;
  if (!known && agenda.items.size() >= most::items)
    found.push_back({error_code::too_large, path, "There are 500 agenda items already, which is the limit.", {}});
  if (!found.empty()) {
    if (!known) run.know(item.number, item_id_for(item.number, agenda));
    return run.refuse(what, std::move(found));
  }
  if (!known) {
    auto const id = item_id_for(item.number, agenda);
    auto const after = place_of(run, index, parent);
    run.know(item.number, id);
    return run.accept(change_kind::added, path, what, {}, {item_added{id, item.number, item.title, parent, after}});
  }
  auto const now = agenda.items.find(*known);
  if (now == agenda.items.end()) return;
  std::vector<std::string> fields;
  std::vector<meeting_event> events;
  if (now->second.title != item.title) {
    fields.emplace_back("title");
    events.push_back(item_changed{*known, item.number, item.title});
  }
  if (now->second.parent != parent) {
    fields.emplace_back("parent");
    events.push_back(item_moved{*known, parent, place_of(run, index, parent)});
  }
  if (events.empty()) return run.leave();
  run.accept(change_kind::changed, path, what, std::move(fields), std::move(events));
}

void import_session(import_run& run, std::size_t index) {
  auto const& session = run.file().programme.items[index];
  std::string const path = "/programme/" + std::to_string(index), what = "session " + session.id.value;
  problems found;
  run.is_first("session", session.id.value, path + "/id", found);
  check_times(session.starts, session.ends, run.file().meeting, path, found);
  protocol::session_details const details{
      session.title, session.starts, session.ends, {run.items(session.items.items, path + "/items", found)}};
  auto const& sessions = run.state().agenda.sessions;
  auto const now = sessions.find(session.id);
  if (now == sessions.end() && sessions.size() >= most::sessions)
    found.push_back({error_code::too_large, path, "There are 200 sessions already, which is the limit.", {}});
  if (!found.empty()) return run.refuse(what, std::move(found));
  if (now == sessions.end())
    return run.accept(change_kind::added, path, what, {}, {session_added{session.id, details}});
  protocol::session_details const before{now->second.title, now->second.starts, now->second.ends, {now->second.items}};
  if (before == details) return run.leave();
  run.accept(change_kind::changed, path, what, differences(before, details), {session_changed{session.id, details}});
}

}  // namespace

void import_agenda(import_run& run) {
  for (std::size_t i = 0; i < run.file().agenda.items.size(); ++i) import_item(run, i);
}

void import_programme(import_run& run) {
  for (std::size_t i = 0; i < run.file().programme.items.size(); ++i) import_session(run, i);
}

}  // namespace dais::domain
