#pragma once
// Notices of the secretariat.

#include <map>
#include <set>

#include "protocol/topics/notices.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// `notices` are those that stand; of a withdrawn one only the id is kept.
struct notices_state {
  std::map<protocol::notice_id, protocol::topics::notice> notices;
  std::set<protocol::notice_id> withdrawn;
};

}  // namespace dais::domain
