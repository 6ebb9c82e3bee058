#pragma once
// What is above the meetings: accounts with their roles, and which meetings there are.

#include <map>
#include <set>

#include "protocol/topics/meeting.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// `seq` is the place in the journal of the last entry that was applied. Of a forgotten holder an account keeps roles
/// and times, not `details`.
struct organization_state {
  protocol::seq seq = 0;
  std::map<protocol::account_id, protocol::topics::account> accounts;
  std::map<protocol::meeting_id, protocol::topics::meeting_summary> meetings;
  std::set<protocol::person_id> forgotten;
};

}  // namespace dais::domain
