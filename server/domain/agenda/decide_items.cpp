// Adding, changing, moving and taking out items.

#include <algorithm>
#include <string>

#include "server/domain/agenda/decide.hpp"
#include "server/domain/agenda/tree.hpp"
#include "server/domain/limits.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::item_id;

auto unknown_item(item_id const& item) { return refuse_unknown("/item", "agenda item", item.value); }

/// A number is given once; `own` is the item that may have it already.
void check_number(agenda_state const& agenda, protocol::item_number const& number, item_id const* own,
                  problems& found) {
  auto const holder = item_with(agenda, number);
  if (holder && (!own || *holder != *own))
    found.push_back({error_code::already_there,
                     "/number",
                     "There is an item " + number.value + " already; give another number.",
                     {{"number", number.value}}});
}

void check_place(agenda_state const& agenda, std::optional<item_id> const& parent, std::optional<item_id> const& after,
                 problems& found) {
  if (parent && !agenda.items.contains(*parent)) {
    found.push_back(no_such("/parent", "agenda item", parent->value));
  } else if (after) {
    auto const sibling = agenda.items.find(*after);
    if (sibling == agenda.items.end())
      found.push_back(no_such("/after", "agenda item", after->value));
    else if (sibling->second.parent != parent)
      found.push_back({error_code::not_found,
                       "/after",
                       "Item " + sibling->second.number.value +
                           " stands elsewhere in the agenda; name an item with the same parent, or none.",
                       {{"number", sibling->second.number.value}}});
  }
}

/// Sessions and documents that name the item no longer do.
void let_go_of(meeting_state const& state, item_id const& item, std::vector<meeting_event>& events) {
  for (auto const& [id, session] : state.agenda.sessions) {
    if (std::ranges::find(session.items, item) == session.items.end()) continue;
    protocol::session_details details{session.title, session.starts, session.ends, {session.items}};
    std::erase(details.items.items, item);
    events.push_back(session_changed{id, std::move(details)});
  }
  for (auto const& [id, document] : state.documents.documents) {
    auto details = document.details;
    if (std::erase(details.items.items, item) > 0) events.push_back(document_changed{id, std::move(details)});
  }
}

}  // namespace

decision<protocol::agenda::add> decide(meeting_state const& state, protocol::agenda::add const& command,
                                       context const& with) {
  auto const& agenda = state.agenda;
  if (agenda.items.size() >= most::items) return refuse_full("agenda items", most::items);
  problems found;
  check_number(agenda, command.number, nullptr, found);
  check_place(agenda, command.parent, command.after, found);
  if (!found.empty()) return refuse(std::move(found));
  item_id const item{with.fresh()};
  return decided<meeting_event, protocol::agenda::item_added>{
      {item_added{item, command.number, command.title, command.parent, command.after}}, {item}};
}

decision<protocol::agenda::change> decide(meeting_state const& state, protocol::agenda::change const& command,
                                          context const&) {
  auto const& agenda = state.agenda;
  auto const item = agenda.items.find(command.item);
  if (item == agenda.items.end()) return unknown_item(command.item);
  if (item->second.version != command.version) return refuse_stale("item", item->second.version);
  problems found;
  check_number(agenda, command.number, &command.item, found);
  if (!found.empty()) return refuse(std::move(found));
  if (item->second.number == command.number && item->second.title == command.title) return accepted{};
  return accepted{{item_changed{command.item, command.number, command.title}}, {}};
}

decision<protocol::agenda::move> decide(meeting_state const& state, protocol::agenda::move const& command,
                                        context const&) {
  auto const& agenda = state.agenda;
  auto const item = agenda.items.find(command.item);
  if (item == agenda.items.end()) return unknown_item(command.item);
  if (item->second.version != command.version) return refuse_stale("item", item->second.version);
  problems found;
  check_place(agenda, command.parent, command.after, found);
  if (command.parent && (*command.parent == command.item || is_below(agenda, *command.parent, command.item)))
    found.push_back({error_code::not_now,
                     "/parent",
                     "Item " + item->second.number.value + " cannot stand below itself; choose another place.",
                     {{"number", item->second.number.value}}});
  if (!found.empty()) return refuse(std::move(found));
  bool const there = item->second.parent == command.parent &&
                     (command.after == command.item || sibling_before(agenda, command.item) == command.after);
  if (there) return accepted{};
  return accepted{{item_moved{command.item, command.parent, command.after}}, {}};
}

decision<protocol::agenda::remove> decide(meeting_state const& state, protocol::agenda::remove const& command,
                                          context const&) {
  auto const& agenda = state.agenda;
  auto const item = agenda.items.find(command.item);
  if (item == agenda.items.end()) return unknown_item(command.item);
  if (item->second.version != command.version) return refuse_stale("item", item->second.version);
  auto const& number = item->second.number.value;
  if (item->second.opened)
    return protocol::reject(error_code::not_now, "/item",
                            "Item " + number + " was opened and belongs to the record; close it instead.",
                            {{"number", number}});
  auto const [first, last] = subtree(agenda, command.item);
  if (last - first > 1)
    return protocol::reject(error_code::not_now, "/item",
                            "Item " + number + " has items below it; move or take out those first.",
                            {{"number", number}});
  accepted out;
  let_go_of(state, command.item, out.events);
  out.events.push_back(item_removed{command.item});
  return out;
}

}  // namespace dais::domain
