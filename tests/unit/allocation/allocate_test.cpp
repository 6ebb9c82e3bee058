// The rule, one sentence at a time.

#include "server/allocation/allocate.hpp"
#include "tests/support/allocation_input.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace dais::allocation {
namespace {

using protocol::json;
using support::applicant;
using support::fund;

/// Points are the `score`; everybody may be paid from one fund of this size.
json input_with(std::int64_t money, json applicants) {
  auto made = support::plain_input();
  for (int score = 1; score < 10; ++score) made["policy"]["points"].push_back(support::points_for_score(score));
  made["funds"] = json::array({fund("General", money)});
  made["applicants"] = std::move(applicants);
  return made;
}

json scored(int score, json also = json::object()) {
  also["score"] = score;
  return also;
}

json result_of(json const& input) { return allocate(input).value(); }

/// "id:package:turn" of every seat.
std::vector<std::string> seats(json const& input) {
  std::vector<std::string> found;
  for (auto const& each : result_of(input).at("granted"))
    found.push_back(each.at("id").get<std::string>() + ":" + each.at("package").get<std::string>() + ":" +
                    each.at("turn").get<std::string>());
  return found;
}

using list = std::vector<std::string>;

TEST(allocate, first_seats_come_before_second_seats) {
  auto input = input_with(300, {applicant("A", "LAO", 100, scored(9)), applicant("B", "LAO", 100, scored(8)),
                                applicant("C", "TCD", 100, scored(1))});
  EXPECT_EQ(seats(input), (list{"A:FULL:OPEN", "C:FULL:OPEN", "B:FULL:OPEN"}));
  input["policy"]["rounds"] = false;
  EXPECT_EQ(seats(input), (list{"A:FULL:OPEN", "B:FULL:OPEN", "C:FULL:OPEN"}));
}

TEST(allocate, equal_points_are_ordered_by_nomination_rank_then_by_lot) {
  auto input = input_with(400, {applicant("A", "LAO", 100, {{"nomination_rank", 2}}), applicant("B", "TCD", 100),
                                applicant("C", "MLI", 100), applicant("D", "FJI", 100)});
  auto const drawn = seats(input);
  // SHA-256 of "seed:D", "seed:B", "seed:C" in ascending order: 1300…, 17d3…, 7798…
  EXPECT_EQ(drawn, (list{"D:FULL:OPEN", "B:FULL:OPEN", "C:FULL:OPEN", "A:FULL:OPEN"}));
}

TEST(allocate, a_delegation_has_at_most_its_cap) {
  auto input = input_with(900, {applicant("A", "LAO", 100, scored(9)), applicant("B", "LAO", 100, scored(8)),
                                applicant("C", "LAO", 100, scored(7))});
  auto const refused = json{{"reason", "STATE_CAP"}, {"step", 2}, {"turn", "OPEN"}};
  EXPECT_EQ(result_of(input).at("refused"), (json{{"C", refused}}));
  input["policy"]["state_cap"]["overrides"]["LAO"] = 3;
  EXPECT_EQ(result_of(input).at("refused"), json::object());
}

TEST(allocate, the_state_cap_is_named_before_a_ceiling) {
  auto input = input_with(900, {applicant("A", "HLY", 100, scored(9, {{"party", false}})),
                                applicant("B", "ORG", 100, scored(8, {{"party", false}})),
                                applicant("C", "HLY", 100, scored(7, {{"party", false}}))});
  input["policy"]["state_cap"]["default"] = 1;
  input["policy"]["caps"] = {{{"id", "nonparty"}, {"value", 1}, {"who", {{"party", false}}}}};
  auto const refused = result_of(input).at("refused");
  EXPECT_EQ(refused.at("B").at("reason"), "CAP:nonparty");
  EXPECT_EQ(refused.at("C").at("reason"), "STATE_CAP");
}

TEST(allocate, a_fuller_package_refused_for_money_draws_the_line_and_the_seat_is_fill) {
  auto who = applicant("A", "LAO", 0, scored(9));
  who["packages"] = {support::package("FULL", {{"airfare", 300}, {"dsa", 300}}),
                     support::package("FARE", {{"airfare", 300}})};
  auto const input = input_with(700, {applicant("B", "TCD", 200), who, applicant("C", "MLI", 200, scored(1))});
  auto short_of_money = input;
  short_of_money["funds"][0]["amount"] = 599;
  EXPECT_EQ(seats(input), (list{"A:FULL:OPEN"}));
  EXPECT_EQ(seats(short_of_money), (list{"A:FARE:OPEN+FILL", "C:FULL:OPEN+FILL"}));
  EXPECT_EQ(result_of(short_of_money).at("line"), 0);
  EXPECT_EQ(result_of(input).at("line"), 1);
}

TEST(allocate, a_refusal_quotes_the_package_that_lacks_least_the_first_of_equals) {
  auto who = applicant("A", "LAO", 0);
  who["packages"] = {support::package("FULL", {{"airfare", 300}, {"dsa", 300}}),
                     support::package("FARE", {{"airfare", 250}}), support::package("STAY", {{"dsa", 250}})};
  auto input = input_with(100, json::array({who}));
  input["funds"] = {fund("Fares", 100, json::object(), {"airfare"}), fund("Stays", 100, json::object(), {"dsa"})};
  json const refused = {{"reason", "FUNDS"}, {"short", 150}, {"tight", {"Fares"}}, {"step", 0}, {"turn", "OPEN"}};
  EXPECT_EQ(result_of(input).at("refused").at("A"), refused);
}

TEST(allocate, a_package_that_no_fund_may_pay_is_passed_over_and_draws_no_line) {
  auto who = applicant("A", "LAO", 0, scored(9));
  who["packages"] = {support::package("FULL", {{"airfare", 100}, {"assistant", 50}}),
                     support::package("FARE", {{"airfare", 100}, {"assistant", 0}})};
  auto nobody_pays = applicant("B", "TCD", 0);
  nobody_pays["packages"] = json::array({support::package("FULL", {{"assistant", 1}})});
  auto input = input_with(0, {who, nobody_pays});
  input["funds"] = json::array({fund("Fares", 100, json::object(), {"airfare"})});
  EXPECT_EQ(seats(input), (list{"A:FARE:OPEN"}));
  json const refused = {{"reason", "NO_ELIGIBLE_FUND"}, {"step", 1}, {"turn", "OPEN"}};
  EXPECT_EQ(result_of(input).at("refused").at("B"), refused);
  EXPECT_EQ(result_of(input).at("line"), nullptr);
}

TEST(allocate, money_is_kept_for_a_reserve_only_while_a_member_could_still_be_added) {
  auto input = input_with(300, {applicant("Man", "LAO", 100, scored(1, {{"gender", "M"}})),
                                applicant("Woman", "TCD", 900, scored(2, {{"gender", "F"}}))});
  input["policy"]["reserves"] = json::array({support::share("women", {{"gender", "F"}})});
  json const held = {{"reason", "HELD:women"}, {"step", 0}, {"turn", "OPEN"}};
  EXPECT_EQ(result_of(input).at("refused").at("Man"), held);
  auto released = input;
  released["policy"]["release"] = "unpayable";
  EXPECT_EQ(seats(released), (list{"Man:FULL:OPEN+FILL"}));
  auto capped = input;
  capped["policy"]["state_cap"]["overrides"]["TCD"] = 0;
  EXPECT_EQ(seats(capped), (list{"Man:FULL:OPEN"}));
  auto withdrawn = input;
  withdrawn["applicants"][1]["status"] = "withdrawn";
  EXPECT_EQ(seats(withdrawn), (list{"Man:FULL:OPEN"}));
  auto not_payable = input;
  not_payable["funds"][0]["earmark"] = {{"gender", "M"}};
  EXPECT_EQ(seats(not_payable), (list{"Man:FULL:OPEN"}));
}

TEST(allocate, a_count_reserve_holds_no_money) {
  auto input = input_with(100, {applicant("A", "LAO", 100), applicant("S", "TCD", 900, {{"survivor", true}})});
  input["policy"]["reserves"] = json::array({support::count("survivors", {{"survivor", true}}, 3)});
  EXPECT_EQ(seats(input), (list{"A:FULL:OPEN+FILL"}));
}

TEST(allocate, a_seat_of_the_delegation_puts_a_member_of_a_reserve_back_and_not_out) {
  auto input = input_with(
      900, {applicant("S", "LAO", 100, scored(1, {{"survivor", true}})),
            applicant("W", "LAO", 100, scored(2, {{"gender", "F"}})), applicant("M", "TCD", 100, scored(9))});
  input["policy"]["reserves"] = {support::count("survivors", {{"survivor", true}}, 1),
                                 support::share("women", {{"gender", "F"}})};
  EXPECT_EQ(seats(input), (list{"S:FULL:RESERVE:survivors", "W:FULL:RESERVE:women", "M:FULL:OPEN"}));
}

TEST(allocate, breadth_lets_a_first_seat_pass_before_a_reserve_of_second_seats) {
  auto input = input_with(900, {applicant("S1", "LAO", 100, {{"survivor", true}}),
                                applicant("S2", "LAO", 100, {{"survivor", true}, {"nomination_rank", 2}}),
                                applicant("A", "TCD", 100, scored(9))});
  input["policy"]["reserves"] = json::array({support::count("survivors", {{"survivor", true}}, 2)});
  EXPECT_EQ(seats(input), (list{"S1:FULL:RESERVE:survivors", "S2:FULL:RESERVE:survivors", "A:FULL:OPEN"}));
  input["policy"]["precedence"] = "breadth";
  EXPECT_EQ(seats(input), (list{"S1:FULL:RESERVE:survivors", "A:FULL:OPEN", "S2:FULL:RESERVE:survivors"}));
}

/// The rule says so (step 2b asks whether a member is still addable, "refused for money earlier or not"), surprising as
/// it is.
TEST(allocate, a_member_of_a_later_round_can_be_held_for_her_own_reserve) {
  auto input = input_with(900, {applicant("W1", "LAO", 100, scored(9, {{"gender", "F"}})),
                                applicant("W2", "LAO", 100, scored(8, {{"gender", "F"}})),
                                applicant("M1", "TCD", 100, scored(7, {{"gender", "M"}})),
                                applicant("M2", "MLI", 100, scored(6, {{"gender", "M"}}))});
  input["policy"]["reserves"] = json::array({support::share("women", {{"gender", "F"}})});
  input["policy"]["precedence"] = "breadth";
  EXPECT_EQ(seats(input), (list{"W1:FULL:RESERVE:women", "M1:FULL:OPEN"}));
  json const held = {{"reason", "HELD:women"}, {"step", 2}, {"turn", "OPEN"}};
  EXPECT_EQ(result_of(input).at("refused"), (json{{"W2", held}, {"M2", held}}));
  // As a man, the same person would have had a seat: here disclosing a reserve costs one.
  input["applicants"][1]["gender"] = "M";
  EXPECT_EQ(seats(input), (list{"W1:FULL:RESERVE:women", "M1:FULL:OPEN", "M2:FULL:OPEN", "W2:FULL:OPEN"}));
}

TEST(allocate, notified_people_come_first_whatever_gates_and_caps_say_now) {
  auto input = input_with(200, {applicant("A", "LAO", 100, scored(9, {{"complete", true}})),
                                applicant("N", "LAO", 100, {{"status", "notified"}, {"granted", "FULL"}})});
  input["policy"]["state_cap"]["default"] = 1;
  input["policy"]["gates"] = {{{"id", "complete"}, {"who", {{"complete", true}}}}};
  EXPECT_EQ(seats(input), (list{"N:FULL:LOCKED"}));
  EXPECT_EQ(result_of(input).at("refused").at("A").at("reason"), "STATE_CAP");
}

TEST(allocate, locked_seats_beyond_the_money_grant_nothing_and_name_the_funds) {
  auto input = input_with(0, {applicant("N", "LAO", 130, {{"status", "notified"}, {"granted", "FULL"}}),
                              applicant("A", "TCD", 10, {{"complete", false}})});
  input["funds"] = {fund("Asia", 500, {{"region", "ASI"}}), fund("General", 100)};
  auto const made = result_of(input);
  EXPECT_EQ(made.at("overcommitted"), (json{{"short", 30}, {"tight", {"General"}}}));
  for (auto const* const part : {"granted", "ledger", "waiting"}) EXPECT_EQ(made.at(part), json::array()) << part;
  for (auto const* const part : {"refused", "if_cancels"}) EXPECT_EQ(made.at(part), json::object()) << part;
}

TEST(allocate, failed_gates_are_listed_in_the_order_of_the_policy_and_a_withdrawal_last) {
  auto input = input_with(0, {applicant("W", "LAO", 100, {{"status", "withdrawn"}, {"complete", false}}),
                              applicant("G", "LAO", 100, {{"complete", true}})});
  input["policy"]["gates"] = {{{"id", "visa"}, {"who", {{"visa", true}}}},
                              {{"id", "complete"}, {"who", {{"complete", true}}}}};
  EXPECT_EQ(result_of(input).at("gated"), (json{{"W", {"visa", "complete", "WITHDRAWN"}}, {"G", {"visa"}}}));
}

TEST(allocate, attributes_of_another_type_are_never_equal) {
  auto input = input_with(0, {applicant("A", "LAO", 100, {{"complete", 1}}), applicant("B", "LAO", 100),
                              applicant("C", "LAO", 100, {{"complete", "true"}})});
  input["policy"]["gates"] = {{{"id", "complete"}, {"who", {{"complete", true}}}}};
  EXPECT_EQ(result_of(input).at("gated").size(), 3U);
}

TEST(allocate, a_condition_can_ask_for_the_delegation_and_the_nomination_rank) {
  auto input = input_with(
      0, {applicant("A", "LAO", 0, {{"nomination_rank", 2}}), applicant("B", "TCD", 0), applicant("C", "LAO", 0)});
  input["policy"]["gates"] = {{{"id", "first"}, {"who", {{"delegation", {"LAO", "FJI"}}, {"nomination_rank", 2}}}}};
  EXPECT_EQ(seats(input), (list{"A:FULL:OPEN"}));
}

TEST(allocate, the_ledger_takes_the_most_restricted_fund_first) {
  auto input = input_with(0, {applicant("A", "LAO", 100, scored(2, {{"region", "ASI"}})),
                              applicant("B", "TCD", 100, scored(1, {{"region", "AFR"}}))});
  input["funds"] = {fund("General", 150), fund("Asia", 60, {{"region", "ASI"}})};
  json const ledger = {{{"id", "A"}, {"fund", "Asia"}, {"amount", 60}},
                       {{"id", "A"}, {"fund", "General"}, {"amount", 40}},
                       {{"id", "B"}, {"fund", "General"}, {"amount", 100}}};
  EXPECT_EQ(result_of(input).at("ledger"), ledger);
}

TEST(allocate, a_seat_that_costs_nothing_needs_no_fund) {
  auto input = input_with(0, json::array({applicant("A", "LAO", 0)}));
  input["funds"] = json::array();
  EXPECT_EQ(seats(input), (list{"A:FULL:OPEN"}));
  EXPECT_EQ(result_of(input).at("ledger"), json::array());
}

TEST(allocate, nobody_and_nothing_are_an_allocation_too) {
  auto const made = result_of(support::plain_input());
  EXPECT_EQ(made.at("granted"), json::array());
  EXPECT_EQ(made.at("line"), nullptr);
  EXPECT_EQ(made.at("schema"), "ccm-alloc-result/1");
  EXPECT_EQ(made.at("engine"), "rt-1.0");
}

TEST(allocate, digests_know_the_contents_and_not_the_order_of_applicants) {
  auto const input = input_with(100, {applicant("A", "LAO", 100), applicant("B", "TCD", 100)});
  auto turned = input, other_fare = input, other_seed = input;
  std::swap(turned["applicants"][0], turned["applicants"][1]);
  other_fare["applicants"][0]["packages"][0]["items"][0]["amount"] = 101;
  other_seed["policy"]["seed"] = "another";
  auto const made = result_of(input);
  EXPECT_EQ(result_of(turned).at("input_sha256"), made.at("input_sha256"));
  EXPECT_NE(result_of(other_fare).at("input_sha256"), made.at("input_sha256"));
  EXPECT_EQ(result_of(other_fare).at("policy_sha256"), made.at("policy_sha256"));
  EXPECT_NE(result_of(other_seed).at("policy_sha256"), made.at("policy_sha256"));
}

TEST(explain, a_top_up_counts_what_the_contingency_keeps_of_it) {
  auto input = input_with(1000, json::array({applicant("A", "LAO", 1000)}));
  input["policy"]["contingency_bp"] = 300;
  // 1030 less its contingency of 30 are 1000; 1029 less 30 are not enough.
  auto const why = allocate(input, true).value().at("explanations").at("A");
  EXPECT_EQ(why.at("top_up").at("General"), 30);
  EXPECT_EQ(why.at("cost").at("short"), 30);
  input["policy"]["contingency_bp"] = 10'000;
  EXPECT_EQ(allocate(input, true).value().at("explanations").at("A").at("top_up").at("General"), nullptr);
}

TEST(explain, no_change_helps_who_is_kept_out_by_a_cap_of_nobody) {
  auto input = input_with(1000, json::array({applicant("A", "LAO", 10)}));
  input["policy"]["state_cap"]["default"] = 0;
  json const none = {{"cost", nullptr}, {"top_up", {{"General", nullptr}}}, {"points", nullptr}};
  EXPECT_EQ(allocate(input, true).value().at("explanations").at("A"), none);
}

TEST(explain, a_cut_is_spread_over_the_lines_that_lack) {
  auto who = applicant("A", "LAO", 0);
  who["packages"] = json::array({support::package("FULL", {{"airfare", 300}, {"dsa", 200}, {"visa", 10}})});
  auto input = input_with(0, json::array({who}));
  input["funds"] = {fund("Fares", 250, json::object(), {"airfare"}),
                    fund("Stays", 150, json::object(), {"dsa", "visa"})};
  json const cost = {{"package", "FULL"},
                     {"short", 110},
                     {"cuts", {{{"by", 60}, {"payable_by", {"Stays"}}}, {{"by", 50}, {"payable_by", {"Fares"}}}}}};
  EXPECT_EQ(allocate(input, true).value().at("explanations").at("A").at("cost"), cost);
}

}  // namespace
}  // namespace dais::allocation
