// Opening, suspending and closing items. Open items always form one line of the tree: the current one and those above.

#include <ranges>

#include "server/domain/agenda/decide.hpp"
#include "server/domain/agenda/tree.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::item_id;
using protocol::item_state;
using protocol::reject;

auto unknown_item(item_id const& item) { return refuse_unknown("/item", "agenda item", item.value); }

std::unexpected<protocol::rejection> so_already(agenda_state const& agenda, item_id const& item, std::string is) {
  return reject(error_code::nothing_to_do, "/item",
                "Item " + agenda.items.at(item).number.value + " " + is + " already; nothing is left to do.",
                {{"number", agenda.items.at(item).number.value}});
}

}  // namespace

decision<protocol::agenda::open> decide(meeting_state const& state, protocol::agenda::open const& command,
                                        context const&) {
  auto const& agenda = state.agenda;
  if (!agenda.items.contains(command.item)) return unknown_item(command.item);
  if (agenda.current == command.item) return so_already(agenda, command.item, "is the current item");
  accepted out;
  for (auto const& each : std::views::reverse(agenda.order))
    if (each != command.item && agenda.items.at(each).state == item_state::open &&
        !is_below(agenda, command.item, each))
      out.events.push_back(item_suspended{each});
  out.events.push_back(item_opened{command.item});
  return out;
}

decision<protocol::agenda::suspend> decide(meeting_state const& state, protocol::agenda::suspend const& command,
                                           context const&) {
  auto const& agenda = state.agenda;
  auto const found = agenda.items.find(command.item);
  if (found == agenda.items.end()) return unknown_item(command.item);
  if (found->second.state == item_state::suspended) return so_already(agenda, command.item, "is suspended");
  if (found->second.state != item_state::open)
    return reject(error_code::not_now, "/item",
                  "Item " + found->second.number.value + " is not open; only an open item can be suspended.",
                  {{"number", found->second.number.value}});
  accepted out;
  auto const [first, last] = subtree(agenda, command.item);
  for (std::size_t i = last; i-- > first;)
    if (agenda.items.at(agenda.order[i]).state == item_state::open)
      out.events.push_back(item_suspended{agenda.order[i]});
  return out;
}

decision<protocol::agenda::close> decide(meeting_state const& state, protocol::agenda::close const& command,
                                         context const&) {
  auto const& agenda = state.agenda;
  auto const found = agenda.items.find(command.item);
  if (found == agenda.items.end()) return unknown_item(command.item);
  if (found->second.state == item_state::closed) return so_already(agenda, command.item, "is closed");
  if (found->second.state == item_state::pending)
    return reject(error_code::not_now, "/item",
                  "Item " + found->second.number.value + " was never opened; open it before you close it.",
                  {{"number", found->second.number.value}});
  accepted out;
  auto const [first, last] = subtree(agenda, command.item);
  for (std::size_t i = last; i-- > first;) {
    auto const now = agenda.items.at(agenda.order[i]).state;
    if (now == item_state::open || now == item_state::suspended) out.events.push_back(item_closed{agenda.order[i]});
  }
  return out;
}

}  // namespace dais::domain
