#pragma once
// Ids of agenda items that come from a file: made from the number, so that they are the same wherever it is imported.

#include "server/domain/agenda/state.hpp"

namespace dais::domain {

/// "10(i)" → "item-10-i"; with "-2", "-3" … behind it where the agenda has that id already.
protocol::item_id item_id_for(protocol::item_number const& number, agenda_state const& agenda);

}  // namespace dais::domain
