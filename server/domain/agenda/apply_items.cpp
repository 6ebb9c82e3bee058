#include <iterator>
#include <vector>

#include "server/domain/agenda/apply.hpp"
#include "server/domain/agenda/history.hpp"
#include "server/domain/agenda/tree.hpp"

namespace dais::domain {
namespace {

using protocol::agenda_change_kind;
using protocol::item_id;
using protocol::item_state;

/// In the history a move says below which item it was and is.
std::optional<protocol::localized_name> label_of(agenda_state const& agenda, std::optional<item_id> const& item) {
  if (!item) return std::nullopt;
  return label(agenda.items.at(*item));
}

void go_back_from(agenda_state& agenda, item_id const& item) {
  if (agenda.current != item) return;
  auto above = agenda.items.at(item).parent;
  while (above && agenda.items.at(*above).state != item_state::open) above = agenda.items.at(*above).parent;
  agenda.current = above;
}

}  // namespace

void apply(agenda_state& agenda, item_added const& event, position const& at) {
  protocol::topics::agenda_item item;
  item.number = event.number;
  item.title = event.title;
  item.parent = event.parent;
  item.version = at.at;
  auto const where = static_cast<std::ptrdiff_t>(place(agenda, event.parent, event.after));
  agenda.order.insert(agenda.order.begin() + where, event.item);
  remember(agenda, {agenda_change_kind::added, item.number, std::nullopt, std::nullopt, label(item)}, at);
  agenda.items[event.item] = std::move(item);
}

void apply(agenda_state& agenda, item_changed const& event, position const& at) {
  auto& item = agenda.items.at(event.item);
  auto const before = label(item);
  item.number = event.number;
  item.title = event.title;
  item.version = at.at;
  remember(agenda, {agenda_change_kind::changed, item.number, std::nullopt, before, label(item)}, at);
}

void apply(agenda_state& agenda, item_moved const& event, position const& at) {
  auto& item = agenda.items.at(event.item);
  remember(agenda,
           {agenda_change_kind::moved, item.number, std::nullopt, label_of(agenda, item.parent),
            label_of(agenda, event.parent)},
           at);
  auto const [first, last] = subtree(agenda, event.item);
  auto const begin = agenda.order.begin() + static_cast<std::ptrdiff_t>(first);
  auto const end = agenda.order.begin() + static_cast<std::ptrdiff_t>(last);
  std::vector<item_id> const moved(begin, end);
  agenda.order.erase(begin, end);
  auto const where = static_cast<std::ptrdiff_t>(place(agenda, event.parent, event.after));
  agenda.order.insert(agenda.order.begin() + where, moved.begin(), moved.end());
  item.parent = event.parent;
  item.version = at.at;
}

void apply(agenda_state& agenda, item_removed const& event, position const& at) {
  auto const found = agenda.items.find(event.item);
  remember(agenda,
           {agenda_change_kind::removed, found->second.number, std::nullopt, label(found->second), std::nullopt}, at);
  agenda.items.erase(found);
  std::erase(agenda.order, event.item);
}

void apply(agenda_state& agenda, item_opened const& event, position const& at) {
  auto& item = agenda.items.at(event.item);
  item.state = item_state::open;
  item.opened = at.now;
  item.closed.reset();
  item.version = at.at;
  agenda.current = event.item;
}

void apply(agenda_state& agenda, item_suspended const& event, position const& at) {
  auto& item = agenda.items.at(event.item);
  item.state = item_state::suspended;
  item.version = at.at;
  go_back_from(agenda, event.item);
}

void apply(agenda_state& agenda, item_closed const& event, position const& at) {
  auto& item = agenda.items.at(event.item);
  item.state = item_state::closed;
  item.closed = at.now;
  item.version = at.at;
  go_back_from(agenda, event.item);
}

}  // namespace dais::domain
