#include "server/domain/agenda/tree.hpp"

#include <algorithm>
#include <set>

namespace dais::domain {

using protocol::item_id;

bool is_below(agenda_state const& agenda, item_id const& item, item_id const& above) {
  for (auto at = agenda.items.find(item); at != agenda.items.end() && at->second.parent;
       at = agenda.items.find(*at->second.parent))
    if (*at->second.parent == above) return true;
  return false;
}

std::pair<std::size_t, std::size_t> subtree(agenda_state const& agenda, item_id const& item) {
  auto const first = std::ranges::find(agenda.order, item);
  if (first == agenda.order.end()) return {agenda.order.size(), agenda.order.size()};
  auto const last =
      std::find_if(first + 1, agenda.order.end(), [&](item_id const& each) { return !is_below(agenda, each, item); });
  return {static_cast<std::size_t>(first - agenda.order.begin()),
          static_cast<std::size_t>(last - agenda.order.begin())};
}

std::optional<item_id> sibling_before(agenda_state const& agenda, item_id const& item) {
  auto const& parent = agenda.items.at(item).parent;
  std::optional<item_id> before;
  for (auto const& each : agenda.order) {
    if (each == item) break;
    if (agenda.items.at(each).parent == parent) before = each;
  }
  return before;
}

std::size_t place(agenda_state const& agenda, std::optional<item_id> const& parent,
                  std::optional<item_id> const& after) {
  if (after) return subtree(agenda, *after).second;
  if (parent) return std::min(subtree(agenda, *parent).first + 1, agenda.order.size());
  return 0;
}

std::optional<item_id> item_with(agenda_state const& agenda, protocol::item_number const& number) {
  for (auto const& [id, item] : agenda.items)
    if (item.number == number) return id;
  return std::nullopt;
}

void check_items(agenda_state const& agenda, std::vector<item_id> const& items, std::string const& path,
                 problems& found) {
  std::set<item_id> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::string const here = path + "/" + std::to_string(i);
    if (!agenda.items.contains(items[i]))
      found.push_back(no_such(here, "agenda item", items[i].value));
    else if (!seen.insert(items[i]).second)
      found.push_back({protocol::error_code::already_there,
                       here,
                       "The agenda item \"" + items[i].value + "\" is named twice; take it out once.",
                       {{"name", items[i].value}}});
  }
}

}  // namespace dais::domain
