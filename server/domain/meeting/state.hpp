#pragma once
// Everything about one meeting: what its journal adds up to.

#include <set>

#include "protocol/meeting_file.hpp"
#include "protocol/values.hpp"
#include "server/domain/agenda/state.hpp"
#include "server/domain/documents/state.hpp"
#include "server/domain/notices/state.hpp"
#include "server/domain/registration/state.hpp"
#include "server/domain/sponsorship/state.hpp"

namespace dais::domain {

/// One field an area. `seq` is the place in the journal of the last entry that was applied; 0 before the first.
struct meeting_state {
  protocol::seq seq = 0;
  protocol::meeting_id id;
  protocol::meeting_details details;
  agenda_state agenda;
  documents_state documents;
  registration_area registration;
  sponsorship_state sponsorship;
  notices_state notices;
  std::set<protocol::person_id> forgotten;

  /// Whether the meeting was ever imported; no command but an import may be given before.
  bool exists() const { return !id.value.empty(); }
};

}  // namespace dais::domain
