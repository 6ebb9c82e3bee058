#pragma once
// Applications for sponsorship, and the funds.

#include <map>
#include <optional>
#include <vector>

#include "protocol/topics/sponsorship.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// `details` is absent where the person was forgotten.
struct application {
  protocol::delegation_id delegation;
  protocol::member_id member;
  std::optional<protocol::application_details> details;
  protocol::application_state state = protocol::application_state::received;
  std::vector<protocol::cost_item> costs;
  protocol::instant received;
  protocol::seq version = 0;

  protocol::centimes total() const {
    protocol::centimes sum;
    for (auto const& cost : costs) sum.value += cost.amount.value;
    return sum;
  }
};

struct sponsorship_state {
  std::map<protocol::application_id, application> applications;
  std::map<protocol::fund_id, protocol::topics::fund> funds;
};

}  // namespace dais::domain
