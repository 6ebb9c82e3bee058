#pragma once
// What can happen on the way from applications to awards.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/allocation.hpp"
#include "protocol/methods/sponsorship_terms.hpp"
#include "server/domain/personal.hpp"
#include "server/domain/sponsorship/state.hpp"

namespace dais::domain {

struct terms_set {
  static constexpr std::string_view type = "sponsorship.terms_set";
  static constexpr int version = 1;
  protocol::sponsorship_terms terms;
};
BOOST_DESCRIBE_STRUCT(terms_set, (), (terms))

struct lots_drawn {
  static constexpr std::string_view type = "sponsorship.lots_drawn";
  static constexpr int version = 1;
  std::string seed;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(lots_drawn, (), (seed, source))

/// Somebody tried an allocation: of a saved scenario, of a setup, or of the published policy.
struct allocation_tried {
  static constexpr std::string_view type = "sponsorship.allocation_tried";
  static constexpr int version = 1;
  std::optional<protocol::account_id> by;
  std::optional<protocol::scenario_id> scenario;
  std::optional<protocol::allocation_setup> setup;
  std::string hash;
  std::int64_t granted = 0;
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(allocation_tried, (), (by, scenario, setup, hash, granted, provisional))

struct scenario_saved {
  static constexpr std::string_view type = "sponsorship.scenario_saved";
  static constexpr int version = 1;
  protocol::scenario_id scenario;
  std::optional<protocol::account_id> by;
  protocol::name_text name;
  protocol::allocation_setup setup;
};
BOOST_DESCRIBE_STRUCT(scenario_saved, (), (scenario, by, name, setup))

struct scenario_removed {
  static constexpr std::string_view type = "sponsorship.scenario_removed";
  static constexpr int version = 1;
  protocol::scenario_id scenario;
};
BOOST_DESCRIBE_STRUCT(scenario_removed, (), (scenario))

struct held_money_released {
  static constexpr std::string_view type = "sponsorship.held_money_released";
  static constexpr int version = 1;
  protocol::scenario_id scenario;
  std::optional<protocol::account_id> by;
  protocol::reason_text reason;
};
BOOST_DESCRIBE_STRUCT(held_money_released, (), (scenario, by, reason))

/// `frame`: the input without its applicants, canonical JSON; each applicant follows in an event of their own.
struct allocation_proposed {
  static constexpr std::string_view type = "sponsorship.allocation_proposed";
  static constexpr int version = 1;
  protocol::proposal_id proposal;
  std::optional<protocol::account_id> by;
  protocol::name_text name;
  protocol::allocation_setup setup;
  std::optional<protocol::reason_text> release_reason;
  std::string frame;
  std::string hash;
  std::string input_sha256;
  std::string policy_sha256;
  std::string seed;
  std::int64_t granted = 0;
  std::int64_t refused = 0;
};
BOOST_DESCRIBE_STRUCT(allocation_proposed, (),
                      (proposal, by, name, setup, release_reason, frame, hash, input_sha256, policy_sha256, seed,
                       granted, refused))

/// An applicant of a proposal as canonical JSON of `ccm-alloc/1`.
struct applicant_frozen {
  static constexpr std::string_view type = "sponsorship.applicant_frozen";
  static constexpr int version = 1;
  protocol::proposal_id proposal;
  protocol::application_id application;
  personal<std::string> applicant;
};
BOOST_DESCRIBE_STRUCT(applicant_frozen, (), (proposal, application, applicant))

struct allocation_approved {
  static constexpr std::string_view type = "sponsorship.allocation_approved";
  static constexpr int version = 1;
  protocol::proposal_id proposal;
  protocol::account_id by;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(allocation_approved, (), (proposal, by, hash))

struct allocation_notified {
  static constexpr std::string_view type = "sponsorship.allocation_notified";
  static constexpr int version = 1;
  protocol::proposal_id proposal;
};
BOOST_DESCRIBE_STRUCT(allocation_notified, (), (proposal))

/// `costs` are frozen from here on; `shares` say which funds pay them.
struct award_given {
  static constexpr std::string_view type = "sponsorship.award_given";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  protocol::proposal_id proposal;
  protocol::field_id package;
  std::vector<protocol::cost_item> costs;
  std::vector<fund_share> shares;
  protocol::instant answer_by;
};
BOOST_DESCRIBE_STRUCT(award_given, (), (application, delegation, proposal, package, costs, shares, answer_by))

/// Why, as the person is told.
struct refusal_words {
  std::string reason;
  std::vector<std::string> gates;
  std::optional<protocol::centimes> lacking;
  std::optional<std::int64_t> place;
};
BOOST_DESCRIBE_STRUCT(refusal_words, (), (reason, gates, lacking, place))

/// `writes`: it is worth a letter, because it was not said before.
struct refusal_told {
  static constexpr std::string_view type = "sponsorship.refusal_told";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  personal<refusal_words> why;
  bool writes = true;
};
BOOST_DESCRIBE_STRUCT(refusal_told, (), (application, delegation, why, writes))

struct letter_sent {
  static constexpr std::string_view type = "sponsorship.letter_sent";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  bool by_email = false;
};
BOOST_DESCRIBE_STRUCT(letter_sent, (), (application, delegation, by_email))

struct award_answered {
  static constexpr std::string_view type = "sponsorship.award_answered";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  bool accepts = false;
};
BOOST_DESCRIBE_STRUCT(award_answered, (), (application, delegation, accepts))

struct award_cancelled {
  static constexpr std::string_view type = "sponsorship.award_cancelled";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  personal<protocol::reason_text> reason;
  std::vector<protocol::lost_money> lost;
};
BOOST_DESCRIBE_STRUCT(award_cancelled, (), (application, delegation, reason, lost))

using allocation_events =
    boost::mp11::mp_list<terms_set, lots_drawn, allocation_tried, scenario_saved, scenario_removed, held_money_released,
                         allocation_proposed, applicant_frozen, allocation_approved, allocation_notified, award_given,
                         refusal_told, letter_sent, award_answered, award_cancelled>;

}  // namespace dais::domain
