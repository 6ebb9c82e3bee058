#pragma once
// Finding one's way in the agenda's tree, and changing its order.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/domain/agenda/state.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// Whether `item` stands somewhere below `above`.
bool is_below(agenda_state const& agenda, protocol::item_id const& item, protocol::item_id const& above);

/// Where `item` and all below it stand in `order`: first, and one past the last.
std::pair<std::size_t, std::size_t> subtree(agenda_state const& agenda, protocol::item_id const& item);

/// The sibling just before `item`; absent where it is the first.
std::optional<protocol::item_id> sibling_before(agenda_state const& agenda, protocol::item_id const& item);

/// Where in `order` something belongs that stands below `parent` (at the top where absent) and after `after` (first
/// where absent).
std::size_t place(agenda_state const& agenda, std::optional<protocol::item_id> const& parent,
                  std::optional<protocol::item_id> const& after);

/// The item with this number, if there is one.
std::optional<protocol::item_id> item_with(agenda_state const& agenda, protocol::item_number const& number);

/// Says of each of `items` that is not in the agenda, or named twice, what is wrong; `path` is that of the list.
void check_items(agenda_state const& agenda, std::vector<protocol::item_id> const& items, std::string const& path,
                 problems& found);

}  // namespace dais::domain
