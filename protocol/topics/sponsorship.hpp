#pragma once
// States of the topics about sponsorship: applications and funds, the terms, the committee's scenarios and proposals.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/methods/allocation.hpp"
#include "protocol/methods/registration.hpp"
#include "protocol/methods/sponsorship.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

enum class application_state { received, withdrawn };
BOOST_DESCRIBE_ENUM(application_state, received, withdrawn)

enum class award_state { notified, accepted, declined, cancelled };
BOOST_DESCRIBE_ENUM(award_state, notified, accepted, declined, cancelled)

namespace topics {

/// What was granted, as notified. `answer_by` is kept when it has passed: nothing happens by itself.
struct award {
  proposal_id proposal;
  field_id package;
  std::vector<cost_item> costs;
  centimes total;
  award_state state = award_state::notified;
  instant notified;
  instant answer_by;
  std::optional<instant> answered;  ///< accepted, declined or cancelled
};
BOOST_DESCRIBE_STRUCT(award, (), (proposal, package, costs, total, state, notified, answer_by, answered))

/// Why somebody was told no: as in `refused_application`, or "GATE" with the gates of the policy that kept the
/// application from being ranked. `lacking` with FUNDS. `place` on the waiting list, from 1; absent where not on it.
struct told_refusal {
  instant notified;
  std::string reason;
  std::vector<std::string> gates;
  std::optional<centimes> lacking;
  std::optional<std::int64_t> place;
};
BOOST_DESCRIBE_STRUCT(told_refusal, (), (notified, reason, gates, lacking, place))

/// The letter that says so. `sent` absent: it waits.
struct letter {
  std::optional<instant> sent;
  bool by_email = false;
};
BOOST_DESCRIBE_STRUCT(letter, (), (sent, by_email))

/// A supporting file, as kept.
struct application_file {
  document_file file;
  instant attached;
};
BOOST_DESCRIBE_STRUCT(application_file, (), (file, attached))

/// What the committee sees: `delegation_name` from the delegation; `name`, `gender`, `language` and whether there is an
/// e-mail address from the member's entry, absent, like `details`, where the person was forgotten. `costs` are those
/// entered, or else those of the fare table. `missing`: required files. `completed`: since when nothing is missing;
/// absent while something is. `on_time`: completed before applications closed, or not complete yet.
struct application {
  delegation_id delegation;
  localized_name delegation_name;
  member_id member;
  std::optional<std::string> name;
  std::optional<protocol::gender> gender;
  std::optional<protocol::language> language;
  bool has_address = false;
  std::optional<application_details> details;
  application_state state = application_state::received;
  std::vector<cost_item> costs;
  bool costs_entered = false;
  centimes total;
  std::optional<application_assessment> assessment;
  std::map<field_id, application_file> files;
  std::vector<field_id> missing;
  instant received;
  std::optional<instant> completed;
  bool on_time = true;
  std::optional<topics::award> award;
  std::vector<fund_payment> payments;  ///< of the award, by fund
  std::optional<std::string> cancelled_because;
  std::vector<lost_money> lost;
  std::optional<told_refusal> refusal;
  std::optional<topics::letter> letter;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(application, (),
                      (delegation, delegation_name, member, name, gender, language, has_address, details, state, costs,
                       costs_entered, total, assessment, files, missing, received, completed, on_time, award, payments,
                       cancelled_because, lost, refusal, letter, version))

/// `lost`: paid for journeys that were cancelled, not refunded.
struct fund {
  localized_name name;
  centimes amount;
  std::string earmark;
  std::optional<condition> who;
  std::optional<list<text<1, 40>, 30>> kinds;
  centimes lost;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(fund, (), (name, amount, earmark, who, kinds, lost, version))

/// Topic "sponsorship@committee": for the committee and the secretariat.
struct sponsorship {
  std::map<application_id, application> applications;
  std::map<fund_id, fund> funds;
};
BOOST_DESCRIBE_STRUCT(sponsorship, (), (applications, funds))

/// What a focal point sees of its own applications: not the costs, but for those of an award.
struct own_application {
  member_id member;
  std::optional<application_details> details;
  application_state state = application_state::received;
  std::map<field_id, application_file> files;
  std::vector<field_id> missing;
  instant received;
  std::optional<instant> completed;
  bool on_time = true;
  std::optional<topics::award> award;
  std::optional<told_refusal> refusal;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(own_application, (),
                      (member, details, state, files, missing, received, completed, on_time, award, refusal, version))

/// Topics "sponsorship/<delegation>", for its focal points and the secretariat, and "application/<member>", for that
/// person and the secretariat.
struct own_sponsorship {
  std::map<application_id, own_application> applications;
};
BOOST_DESCRIBE_STRUCT(own_sponsorship, (), (applications))

/// Topic "sponsorship": the published terms, for everybody. All but the lots absent where there are no terms yet;
/// `seed` once it is drawn.
struct published_terms {
  std::optional<instant> closes;
  std::optional<std::int64_t> answer_days;
  list<package_rule, 8> packages;
  list<file_rule, 16> files;
  list<assessment_rule, 16> assessments;
  list<attribute_label, 200> labels;
  std::optional<allocation_policy> policy;
  std::optional<std::string> seed;
  std::optional<std::string> seed_source;
  std::optional<instant> drawn;
};
BOOST_DESCRIBE_STRUCT(published_terms, (),
                      (closes, answer_days, packages, files, assessments, labels, policy, seed, seed_source, drawn))

/// Topic "sponsorship.terms@committee": all of them. Version 0: there are none yet.
struct whole_terms {
  std::optional<sponsorship_terms> terms;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(whole_terms, (), (terms, version))

/// `release_reason`: why held money is released, where it is.
struct scenario {
  name_text name;
  allocation_setup setup;
  std::optional<reason_text> release_reason;
  std::optional<account_id> by;
  instant changed;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(scenario, (), (name, setup, release_reason, by, changed, version))

struct approval {
  account_id by;
  instant at;
};
BOOST_DESCRIBE_STRUCT(approval, (), (by, at))

/// A scenario as it was proposed. `superseded`: a later proposal took its place before it was notified.
struct proposal {
  name_text name;
  allocation_setup setup;
  std::optional<reason_text> release_reason;
  std::string hash;
  std::string input_sha256;
  std::string policy_sha256;
  std::string seed;
  std::int64_t granted = 0;
  std::int64_t refused = 0;
  std::optional<account_id> by;
  instant at;
  std::vector<approval> approvals;
  bool superseded = false;
  std::optional<instant> notified;
};
BOOST_DESCRIBE_STRUCT(proposal, (),
                      (name, setup, release_reason, hash, input_sha256, policy_sha256, seed, granted, refused, by, at,
                       approvals, superseded, notified))

/// Topic "allocation@committee": what the committee works with.
struct allocations {
  std::map<scenario_id, scenario> scenarios;
  std::map<proposal_id, proposal> proposals;
};
BOOST_DESCRIBE_STRUCT(allocations, (), (scenarios, proposals))

/// One time that somebody tried an allocation: of a saved scenario, or of changes that were not saved.
struct trial {
  instant at;
  std::optional<account_id> by;
  std::optional<scenario_id> scenario;
  std::string hash;
  std::int64_t granted = 0;
  bool provisional = false;
};
BOOST_DESCRIBE_STRUCT(trial, (), (at, by, scenario, hash, granted, provisional))

/// Topic "allocation.trials@committee": the newest ones, the last one first; `count` of all.
struct trials {
  std::vector<trial> newest;
  std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(trials, (), (newest, count))

}  // namespace topics
}  // namespace dais::protocol
