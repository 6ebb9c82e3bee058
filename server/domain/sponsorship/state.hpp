#pragma once
// Applications for sponsorship, funds, terms, and what the committee decided.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "protocol/topics/sponsorship.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// Part of an award that a fund pays.
struct fund_share {
  protocol::fund_id fund;
  protocol::centimes amount;
  bool operator==(fund_share const&) const = default;
};
BOOST_DESCRIBE_STRUCT(fund_share, (), (fund, amount))

/// `reason` and `lost` of an award that was cancelled.
struct award {
  protocol::topics::award granted;
  std::vector<fund_share> shares;
  std::optional<std::string> reason;
  std::vector<protocol::lost_money> lost;

  /// Whether the seat is taken: notified, and neither declined nor cancelled.
  bool live() const {
    using enum protocol::award_state;
    return granted.state == notified || granted.state == accepted;
  }
};

/// `details`, `assessment` and what files are called are absent where the person was forgotten.
struct application {
  protocol::delegation_id delegation;
  protocol::member_id member;
  std::optional<protocol::application_details> details;
  protocol::application_state state = protocol::application_state::received;
  std::vector<protocol::cost_item> costs;  ///< entered; none: those of the fare table count
  std::optional<protocol::application_assessment> assessment;
  std::map<protocol::field_id, protocol::topics::application_file> files;
  protocol::instant received;
  std::optional<domain::award> award;
  std::optional<protocol::topics::told_refusal> refusal;
  std::optional<protocol::topics::letter> letter;
  protocol::seq version = 0;

  /// Whether it is still to be decided on, or has a seat.
  bool stands() const { return state == protocol::application_state::received && (!award || award->live()); }
};

/// `frame` is the input without its applicants, `applicants` theirs, each as canonical JSON; empty where the person was
/// forgotten: the proposal can no longer be run again then.
struct proposal {
  protocol::topics::proposal shown;
  std::string frame;
  std::map<protocol::application_id, std::string> applicants;
};

struct sponsorship_state {
  std::map<protocol::application_id, application> applications;
  std::map<protocol::fund_id, protocol::topics::fund> funds;
  std::optional<protocol::sponsorship_terms> terms;
  protocol::seq terms_version = 0;
  std::optional<std::string> seed;
  std::string seed_source;
  std::optional<protocol::instant> drawn;
  std::map<protocol::scenario_id, protocol::topics::scenario> scenarios;
  std::map<protocol::proposal_id, proposal> proposals;
  protocol::topics::trials trials;

  /// What was paid from a fund for journeys that were cancelled, and is not refunded.
  protocol::centimes lost(protocol::fund_id const& fund) const {
    protocol::centimes sum;
    for (auto const& [id, each] : applications)
      if (each.award)
        for (auto const& part : each.award->lost)
          if (part.fund == fund) sum.value += part.amount.value;
    return sum;
  }
};

}  // namespace dais::domain
