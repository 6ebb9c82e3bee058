#include <cstdint>

#include "server/allocation_check/check.hpp"
#include "tests/support/allocation_instances.hpp"
#include "tests/support/exhaustive_allocation.hpp"

#include <gtest/gtest.h>

namespace dais::allocation_check {
namespace {

using support::allocation_example;
using support::allocation_examples;
using support::allocation_expected;

std::string all_words(std::vector<finding> const& found) {
  std::string words;
  for (auto const& each : found) words += each.path + ": " + each.words + "\n";
  return words;
}

TEST(allocation_examples, come_out_as_published) {
  for (auto const& name : allocation_examples()) {
    auto const made = replay(allocation_example(name));
    ASSERT_TRUE(made) << name << all_words(made.error());
    auto const expected = allocation_expected(name);
    for (auto const& [field, right] : expected.items()) EXPECT_EQ((*made)[field], right) << name;
  }
}

TEST(allocation_examples, are_what_trying_everything_finds) {
  for (auto const& name : allocation_examples()) {
    auto const seats = support::exhaustive_allocation(allocation_example(name));
    ASSERT_TRUE(seats) << name;
    auto const expected = allocation_expected(name);
    ASSERT_EQ(seats->size(), expected["granted"].size()) << name;
    for (std::size_t s = 0; s < seats->size(); ++s) {
      EXPECT_EQ(expected["granted"][s]["id"], (*seats)[s].id) << name;
      EXPECT_EQ(expected["granted"][s]["package"], (*seats)[s].package) << name;
    }
    EXPECT_EQ(support::exhaustive_ledger(allocation_example(name), *seats), expected["ledger"]) << name;
  }
}

TEST(allocation_examples, are_accepted_with_the_rest_filled_in) {
  for (auto const& name : allocation_examples()) {
    auto result = *replay(allocation_example(name));
    result.update(allocation_expected(name));
    auto const found = check(allocation_example(name), result);
    EXPECT_TRUE(found.empty()) << name << "\n" << all_words(found);
  }
}

TEST(allocation_examples, say_who_waits_and_who_enters_when_somebody_cancels) {
  auto const first = *replay(allocation_example("ex1"));
  EXPECT_EQ(first["waiting"], json({"Lima", "Mbeki", "Diaz"}));
  EXPECT_EQ(first["line"], 2);
  EXPECT_EQ(first["shares"], json({{"survivors", 1}, {"women", {1, 2}}}));
  auto const second = *replay(allocation_example("ex2"));
  EXPECT_EQ(second["waiting"], json({"Banda", "Kone"}));
  EXPECT_EQ(second["if_cancels"], json({{"Vula", {"Banda", "Kone"}}, {"Moussa", {"Banda", "Kone"}}}));
  auto const third = *replay(allocation_example("ex3"));
  EXPECT_EQ(third["line"], nullptr);
  EXPECT_EQ(third["waiting"], json::array());
  EXPECT_EQ(third["if_cancels"], json({{"Moussa", json::array()}, {"Banda", json::array()}, {"Kone", json::array()}}));
}

TEST(allocation_examples, locked_seats_beyond_the_money_grant_nothing) {
  auto input = allocation_example("ex3");
  input["applicants"][0]["packages"][0]["items"][0]["amount"] = 780001;
  auto const made = *replay(input);
  EXPECT_EQ(made["overcommitted"], json({{"short", 1}, {"tight", {"Africa", "General"}}}));
  EXPECT_EQ(made["granted"], json::array());
  EXPECT_EQ(made["ledger"], json::array());
  EXPECT_EQ(made["gated"], json({{"Vula", {"WITHDRAWN"}}}));
  EXPECT_TRUE(check(input, made).empty());
}

/// The money of ex2, and one applicant with two packages.
json upgrade_input() {
  auto input = allocation_example("ex2c");
  input["policy"]["reserves"] = json::array();
  auto& moussa = input["applicants"][0];
  moussa["packages"].push_back(moussa["packages"][0]);
  moussa["packages"][0]["items"][0]["amount"] = 950001;
  moussa["packages"][1]["code"] = "PART";
  return input;
}

TEST(allocation_rule, a_fuller_package_refused_for_money_draws_the_line_for_its_own_seat_too) {
  auto const made = *replay(upgrade_input());
  EXPECT_EQ(made["granted"][0], json({{"seat", 1}, {"id", "Moussa"}, {"package", "PART"}, {"turn", "OPEN+FILL"}}));
  EXPECT_EQ(made["line"], 0);
}

TEST(allocation_rule, a_package_that_no_fund_may_pay_is_passed_over_and_draws_no_line) {
  auto input = upgrade_input();
  for (auto& fund : input["funds"]) fund["components"] = {"airfare"};
  input["applicants"][0]["packages"][0]["items"][0]["kind"] = "visa";
  for (auto& item : input["applicants"][3]["packages"][0]["items"]) item["kind"] = "dsa";
  auto const made = *replay(input);
  EXPECT_EQ(made["granted"][0]["package"], "PART");
  EXPECT_EQ(made["granted"][0]["turn"], "OPEN");
  EXPECT_EQ(made["line"], nullptr);
  EXPECT_EQ(made["refused"]["Kone"], json({{"reason", "NO_ELIGIBLE_FUND"}, {"step", 3}, {"turn", "OPEN"}}));
}

TEST(allocation_rule, the_delegations_cap_comes_before_the_ceilings) {
  auto input = allocation_example("ex2c");
  input["policy"]["state_cap"]["overrides"] = {{"ZMB", 0}};
  input["policy"]["caps"] = json::parse(R"([{"id":"africa","value":1,"who":{"region":"AFR"}}])");
  auto const made = *replay(input);
  EXPECT_EQ(made["refused"]["Banda"]["reason"], "STATE_CAP");
  EXPECT_EQ(made["refused"]["Kone"]["reason"], "CAP:africa");
}

TEST(allocation_rule, contingency_is_taken_off_rounded_down_even_from_the_largest_fund) {
  auto input = allocation_example("ex2");
  input["policy"]["contingency_bp"] = 1;
  input["funds"][0]["amount"] = 309999;  // 30 less
  input["funds"][1]["amount"] = 400040;  // 40 less
  EXPECT_EQ((*replay(input))["granted"][0]["id"], "Vula");
  input["applicants"][1]["packages"][0]["items"][0]["amount"] = 400001;
  EXPECT_EQ((*replay(input))["refused"]["Vula"]["short"], 1);
  input["funds"][1]["amount"] = INT64_MAX - 309999;
  EXPECT_EQ((*replay(input))["granted"].size(), 4U);
}

}  // namespace
}  // namespace dais::allocation_check
