#pragma once
// Delegations and their members.

#include <map>
#include <optional>
#include <string>

#include "protocol/topics/registration.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// What is known of a member. `category` stays when the person is forgotten; `details` is absent then.
struct member_entry {
  protocol::member_category category = protocol::member_category::adviser;
  std::optional<protocol::member_details> details;
  bool operator==(member_entry const&) const = default;
};

/// `approved` is the entry that is valid now; `draft` what it shall become, absent where nothing is waiting. `leaving`:
/// its removal waits for approval. `erased`: the person was forgotten; set by that event alone, so that a
/// journal read again without the key takes the same way.
struct member {
  std::optional<member_entry> approved;
  std::optional<member_entry> draft;
  bool leaving = false;
  bool erased = false;
  protocol::seq version = 0;

  /// The entry as the delegation wants it.
  member_entry const& wanted() const { return draft ? *draft : *approved; }
  /// Whether an approval would change anything.
  bool waiting() const { return draft || leaving; }
};

/// `version` moves with every change of the delegation or of a member.
struct delegation {
  protocol::localized_name name;
  protocol::category_id category;
  protocol::registration_state state = protocol::registration_state::draft;
  std::map<protocol::member_id, member> members;
  std::optional<std::string> reason;  ///< of the last return, until the next submission
  std::optional<protocol::instant> submitted;
  std::optional<protocol::instant> decided;
  protocol::seq version = 0;
};

/// `people` knows everybody who is or was entered, with the delegation: also those who were taken out again.
struct registration_area {
  std::map<protocol::delegation_id, delegation> delegations;
  std::map<protocol::person_id, protocol::delegation_id> people;
};

}  // namespace dais::domain
