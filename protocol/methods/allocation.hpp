#pragma once
// How the committee comes from applications to awards: scenarios, what a scenario comes to, proposals, approvals, and
// what becomes of an award.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/methods/sponsorship.hpp"
#include "protocol/methods/sponsorship_terms.hpp"
#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// What is tried: a policy, and amounts of funds that differ from what is there.
struct allocation_setup {
  allocation_policy policy;
  std::map<fund_id, centimes> amounts;
  bool operator==(allocation_setup const&) const = default;
};
BOOST_DESCRIBE_STRUCT(allocation_setup, (), (policy, amounts))

/// Which allocation is meant: at most one of these; none for the policy of the terms with the funds as they are.
struct allocation_source {
  std::optional<scenario_id> scenario;
  std::optional<proposal_id> proposal;
  std::optional<allocation_setup> setup;
};
BOOST_DESCRIBE_STRUCT(allocation_source, (), (scenario, proposal, setup))

/// A seat. `turn`: "LOCKED", "OPEN", or "RESERVE:" and the reserve's id; `fill`: more money could cost this seat, until
/// it is notified.
struct granted_seat {
  std::int64_t seat = 0;
  application_id application;
  field_id package;
  std::string turn;
  bool fill = false;
  centimes amount;
};
BOOST_DESCRIBE_STRUCT(granted_seat, (), (seat, application, package, turn, fill, amount))

/// Why somebody has no seat: "FUNDS", "NO_ELIGIBLE_FUND", "STATE_CAP", "CAP:" and the cap's id, "HELD:" and the
/// reserve's. `step`: seats given before; `lacking` and `tight` with FUNDS: how much is missing in which funds
/// together.
struct refused_application {
  std::string reason;
  std::int64_t step = 0;
  std::string turn;
  std::optional<centimes> lacking;
  std::vector<fund_id> tight;
};
BOOST_DESCRIBE_STRUCT(refused_application, (), (reason, step, turn, lacking, tight))

struct fund_payment {
  application_id application;
  fund_id fund;
  centimes amount;
};
BOOST_DESCRIBE_STRUCT(fund_payment, (), (application, fund, amount))

/// `amount` = `kept_back` + `paid` + `free`: what is left of the fund after `lost`, which was paid for journeys that
/// were cancelled and is not refunded.
struct fund_balance {
  centimes amount;
  centimes lost;
  centimes kept_back;  ///< contingency
  centimes paid;
  centimes free;
};
BOOST_DESCRIBE_STRUCT(fund_balance, (), (amount, lost, kept_back, paid, free))

/// Members of a reserve among the seats, and how many they have to be.
struct reserve_balance {
  std::int64_t members = 0;
  std::int64_t floor = 0;
};
BOOST_DESCRIBE_STRUCT(reserve_balance, (), (members, floor))

struct overcommitment {
  centimes lacking;
  std::vector<fund_id> tight;
};
BOOST_DESCRIBE_STRUCT(overcommitment, (), (lacking, tight))

/// What counted for an applicant: points, and the lines that gave them. Absent for those who were not ranked.
struct points_given {
  std::int64_t points = 0;
  std::vector<field_id> lines;
};
BOOST_DESCRIBE_STRUCT(points_given, (), (points, lines))

/// Money left for a reserve that is owed seats: the first of its members who lacks only money, and, by fund, what
/// would have to be added to fund that person.
struct money_held {
  field_id reserve;
  std::optional<application_id> application;
  std::map<fund_id, centimes> top_up;
};
BOOST_DESCRIBE_STRUCT(money_held, (), (reserve, application, top_up))

/// What an allocation comes to. `provisional`: the lots were not drawn yet, so that it can never be approved. `hash`:
/// SHA-256 of the canonical result, which names the hashes of policy and input. `line`: seats given before money was
/// short for the first time. `order`: everybody who was ranked, in the canonical order.
struct allocation_outcome {
  std::string hash;
  std::string input_sha256;
  std::string policy_sha256;
  std::string seed;
  bool provisional = false;
  std::vector<granted_seat> granted;
  std::map<application_id, refused_application> refused;
  std::map<application_id, std::vector<std::string>> gated;
  std::vector<fund_payment> ledger;
  std::map<fund_id, fund_balance> funds;
  std::map<field_id, reserve_balance> reserves;
  std::optional<std::int64_t> line;
  std::vector<application_id> waiting;
  std::map<application_id, std::vector<application_id>> if_cancels;
  std::optional<overcommitment> overcommitted;
  std::optional<money_held> held;
  std::map<application_id, points_given> points;
  std::vector<application_id> order;
};
BOOST_DESCRIBE_STRUCT(allocation_outcome, (),
                      (hash, input_sha256, policy_sha256, seed, provisional, granted, refused, gated, ledger, funds,
                       reserves, line, waiting, if_cancels, overcommitted, held, points, order))

/// A cheaper journey that would have been granted: `package` costs `lacking` less.
struct cost_change {
  field_id package;
  centimes lacking;
};
BOOST_DESCRIBE_STRUCT(cost_change, (), (package, lacking))

/// The smallest changes that would have given somebody a seat, each by itself. What is absent cannot do it.
struct smallest_changes {
  std::optional<cost_change> cost;
  std::map<fund_id, centimes> top_up;
  std::optional<std::int64_t> points;
};
BOOST_DESCRIBE_STRUCT(smallest_changes, (), (cost, top_up, points))

/// Part of an award that was paid and comes not back.
struct lost_money {
  fund_id fund;
  centimes amount;
  bool operator==(lost_money const&) const = default;
};
BOOST_DESCRIBE_STRUCT(lost_money, (), (fund, amount))

namespace sponsorship {

struct seed_drawn {
  std::string seed;
};
BOOST_DESCRIBE_STRUCT(seed_drawn, (), (seed))

/// Once, after the closing date. `source`: public randomness that nobody could know before ("Swiss lotto of
/// 12 August: 3 9 17 22 31 40"); the server adds its own.
struct draw_seed {
  static constexpr method_info info{"sponsorship.draw_seed", method_kind::command, method_scope::meeting,
                                    "Draw the lots that decide between equal applications."};
  using answer = seed_drawn;
  text<0, 500> source;
};
BOOST_DESCRIBE_STRUCT(draw_seed, (), (source))

/// Runs the rule and records that it was tried.
struct simulate {
  static constexpr method_info info{"sponsorship.simulate", method_kind::query, method_scope::meeting,
                                    "What an allocation comes to; what is tried is recorded."};
  using answer = allocation_outcome;
  allocation_source source;
};
BOOST_DESCRIBE_STRUCT(simulate, (), (source))

struct explain {
  static constexpr method_info info{"sponsorship.explain", method_kind::query, method_scope::meeting,
                                    "The smallest changes that would have given somebody a seat."};
  using answer = smallest_changes;
  allocation_source source;
  application_id application;
};
BOOST_DESCRIBE_STRUCT(explain, (), (source, application))

/// Names of those who proposed, approved and tried, by account.
struct committee_names {
  std::map<account_id, std::string> names;
};
BOOST_DESCRIBE_STRUCT(committee_names, (), (names))

struct committee {
  static constexpr method_info info{"sponsorship.committee", method_kind::query, method_scope::meeting,
                                    "Who proposed, approved and tried allocations."};
  using answer = committee_names;
};
BOOST_DESCRIBE_STRUCT(committee, (), ())

struct saved_scenario {
  scenario_id scenario;
};
BOOST_DESCRIBE_STRUCT(saved_scenario, (), (scenario))

/// Adds a scenario, or replaces the one that is named.
struct save_scenario {
  static constexpr method_info info{"sponsorship.save_scenario", method_kind::command, method_scope::meeting,
                                    "Save a scenario under a name."};
  using answer = saved_scenario;
  std::optional<scenario_id> scenario;
  seq version = 0;  ///< 0 for a new one
  name_text name;
  allocation_setup setup;
};
BOOST_DESCRIBE_STRUCT(save_scenario, (), (scenario, version, name, setup))

struct remove_scenario {
  static constexpr method_info info{"sponsorship.remove_scenario", method_kind::command, method_scope::meeting,
                                    "Take out a scenario."};
  using answer = done;
  scenario_id scenario;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(remove_scenario, (), (scenario, version))

/// The money held for a reserve goes to whoever can be paid: the scenario's policy releases what is unpayable.
struct release_money {
  static constexpr method_info info{"sponsorship.release_money", method_kind::command, method_scope::meeting,
                                    "Release held money in a scenario, with the reason."};
  using answer = done;
  scenario_id scenario;
  seq version = 0;
  reason_text reason;
};
BOOST_DESCRIBE_STRUCT(release_money, (), (scenario, version, reason))

struct proposed {
  proposal_id proposal;
  std::string hash;
};
BOOST_DESCRIBE_STRUCT(proposed, (), (proposal, hash))

/// Freezes policy, funds and applicants. Takes the place of a proposal that was not notified.
struct propose {
  static constexpr method_info info{"sponsorship.propose", method_kind::command, method_scope::meeting,
                                    "Propose a scenario for approval."};
  using answer = proposed;
  scenario_id scenario;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(propose, (), (scenario, version))

/// By two different people over the same hash.
struct approve {
  static constexpr method_info info{"sponsorship.approve", method_kind::command, method_scope::meeting,
                                    "Approve a proposal."};
  using answer = done;
  proposal_id proposal;
  text<64, 64> hash;
};
BOOST_DESCRIBE_STRUCT(approve, (), (proposal, hash))

struct notified {
  std::int64_t awards = 0;
  std::int64_t refusals = 0;
};
BOOST_DESCRIBE_STRUCT(notified, (), (awards, refusals))

/// Tells everybody: awards are locked, their amounts frozen, and everyone sees their own answer and gets a letter.
struct notify {
  static constexpr method_info info{"sponsorship.notify", method_kind::command, method_scope::meeting,
                                    "Notify everybody of an approved proposal."};
  using answer = notified;
  proposal_id proposal;
};
BOOST_DESCRIBE_STRUCT(notify, (), (proposal))

/// A letter that was sent by hand: printed, or by somebody's own e-mail.
struct mark_sent {
  static constexpr method_info info{"sponsorship.mark_sent", method_kind::command, method_scope::meeting,
                                    "Note that a letter was sent."};
  using answer = done;
  application_id application;
};
BOOST_DESCRIBE_STRUCT(mark_sent, (), (application))

struct letters_on_their_way {
  std::int64_t letters = 0;
};
BOOST_DESCRIBE_STRUCT(letters_on_their_way, (), (letters))

/// Sends every letter that waits and has an address; where no mail server is configured, not_now.
struct send_letters {
  static constexpr method_info info{"sponsorship.send_letters", method_kind::query, method_scope::meeting,
                                    "Send the letters that wait by e-mail."};
  using answer = letters_on_their_way;
};
BOOST_DESCRIBE_STRUCT(send_letters, (), ())

/// The person's word on an award, given by the delegation.
struct answer_award {
  static constexpr method_info info{"sponsorship.answer_award", method_kind::command, method_scope::meeting,
                                    "Accept or decline an award."};
  using answer = done;
  delegation_id delegation;
  application_id application;
  bool accepts = false;
};
BOOST_DESCRIBE_STRUCT(answer_award, (), (delegation, application, accepts))

/// Ends an award; what was paid and is not refunded leaves the funds that paid it.
struct cancel_award {
  static constexpr method_info info{"sponsorship.cancel_award", method_kind::command, method_scope::meeting,
                                    "Cancel an award, with what cannot be refunded."};
  using answer = done;
  application_id application;
  reason_text reason;
  list<lost_money, 12> lost;
};
BOOST_DESCRIBE_STRUCT(cancel_award, (), (application, reason, lost))

}  // namespace sponsorship
}  // namespace dais::protocol
