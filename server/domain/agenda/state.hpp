#pragma once
// The agenda's tree, the programme of work, and the history of both.

#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "protocol/topics/agenda.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// All changes of one command. `number` counts from 1; `seq` is the command's place in the journal.
struct agenda_version {
  std::int64_t number = 0;
  protocol::seq seq = 0;
  protocol::instant at;
  std::vector<protocol::topics::agenda_change> changes;
};

/// How many versions are remembered with their changes.
inline constexpr std::size_t agenda_versions_kept = 100;

/// `order` lists the items depth first: an item stands before those below it, and siblings in their order. `versions`
/// holds the last agenda_versions_kept, oldest first.
struct agenda_state {
  std::map<protocol::item_id, protocol::topics::agenda_item> items;
  std::vector<protocol::item_id> order;
  std::optional<protocol::item_id> current;
  std::map<protocol::session_id, protocol::topics::agenda_session> sessions;
  std::deque<agenda_version> versions;

  /// The number of the newest version; 0 before the first item.
  std::int64_t version() const { return versions.empty() ? 0 : versions.back().number; }
};

}  // namespace dais::domain
