#include <algorithm>
#include <cctype>
#include <functional>

#include "server/allocation_check/check.hpp"
#include "tests/support/allocation_instances.hpp"

#include <gtest/gtest.h>

namespace dais::allocation_check {
namespace {

using pointer = json::json_pointer;

bool found_at(std::vector<finding> const& found, std::string const& path) {
  return std::ranges::any_of(found, [&](finding const& each) {
    return each.in == document::result && each.path == path && !each.words.empty();
  });
}

/// ex2c: Vula, Moussa and Banda in, Banda's seat split between two funds, Kone out for money.
class falsified : public testing::Test {
protected:
  json input = support::allocation_example("ex2c");
  json result = *replay(input);

  void expect_at(std::string const& path) {
    auto const found = check(input, result);
    std::string all;
    for (auto const& each : found) all += "\n" + each.path + ": " + each.words;
    EXPECT_TRUE(found_at(found, path)) << "nothing at " << path << ", but" << all;
  }
};

TEST_F(falsified, a_centime_moved_between_funds_is_found) {
  result["ledger"][2]["amount"] = 199999;
  result["ledger"][3]["amount"] = 50001;
  expect_at("/ledger/2/amount");
  auto const found = check(input, result);
  EXPECT_NE(found.front().words.find("1 more than the fund has left"), std::string::npos);
}

TEST_F(falsified, a_centime_too_much_is_found_against_the_line_and_against_the_rule) {
  result["ledger"][3]["amount"] = 50001;
  expect_at("/ledger/3/amount");
  EXPECT_EQ(check(input, result).size(), 3U);  // the fund, the line, the prescribed ledger
}

TEST_F(falsified, a_line_not_fully_paid_is_found) {
  result["ledger"].erase(3);
  expect_at("/ledger");
  expect_at("/ledger/3");
}

TEST_F(falsified, a_fund_that_may_not_pay_is_found) {
  result["ledger"][0]["fund"] = "Africa";
  expect_at("/ledger/0/fund");
  EXPECT_EQ(check(input, result).front().words, "This fund may not pay this line of the seat.");
}

TEST_F(falsified, a_payable_ledger_that_is_not_the_prescribed_one_is_found) {
  result["ledger"] = json::parse(R"([{"id":"Vula","fund":"General","amount":400000},
    {"id":"Moussa","fund":"General","amount":50000},{"id":"Moussa","fund":"Africa","amount":250000},
    {"id":"Banda","fund":"Africa","amount":250000}])");
  expect_at("/ledger/1/fund");
  for (auto const& each : check(input, result)) EXPECT_TRUE(each.words.contains("by the rule it is")) << each.words;
}

TEST_F(falsified, payments_of_nothing_to_nobody_and_by_no_fund_are_found) {
  auto const right = result["ledger"];
  result["ledger"][0]["amount"] = 0;
  expect_at("/ledger/0/amount");
  result["ledger"] = right;
  result["ledger"].push_back({{"id", "Kone"}, {"fund", "Africa"}, {"amount", 1}});
  expect_at("/ledger/4/id");
  result["ledger"] = right;
  result["ledger"][1]["fund"] = "Nobody's";
  expect_at("/ledger/1/fund");
}

TEST_F(falsified, seats_swapped_are_found) {
  std::swap(result["granted"][0]["id"], result["granted"][1]["id"]);
  expect_at("/granted/0/id");
  expect_at("/granted/1/id");
}

TEST_F(falsified, a_turn_renamed_is_found) {
  result["granted"][2]["turn"] = "OPEN";
  expect_at("/granted/2/turn");
}

TEST_F(falsified, a_seat_made_firm_is_found) {
  input = support::allocation_example("ex2b");
  result = *replay(input);
  result["granted"][2]["turn"] = "OPEN";
  expect_at("/granted/2/turn");
}

TEST_F(falsified, a_missing_refusal_and_one_too_many_are_found) {
  result["refused"]["Vula"] = result["refused"]["Kone"];
  result["refused"].erase("Kone");
  expect_at("/refused/Kone");
  expect_at("/refused/Vula");
}

TEST_F(falsified, a_wrong_tight_set_is_found) {
  result["refused"]["Kone"]["tight"] = {"Africa"};
  expect_at("/refused/Kone/tight/1");
  result["refused"]["Kone"]["tight"] = {"General", "Africa"};
  expect_at("/refused/Kone/tight/0");
}

TEST_F(falsified, a_refusal_for_another_reason_is_found) {
  result["refused"]["Kone"]["reason"] = "HELD:women";
  expect_at("/refused/Kone/reason");
}

TEST_F(falsified, a_wrong_hash_is_found) {
  for (auto const* name : {"input_sha256", "policy_sha256"}) {
    auto const right = result[name];
    auto upper = right.get<std::string>();
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char each) { return static_cast<char>(std::toupper(each)); });
    result[name] = upper;
    expect_at("/" + std::string(name));
    result[name] = right;
  }
}

TEST_F(falsified, the_result_of_another_policy_is_found) {
  input["policy"]["release"] = "unpayable";
  expect_at("/policy_sha256");
  expect_at("/input_sha256");
  EXPECT_EQ(check(input, result).size(), 2U);
}

TEST_F(falsified, a_result_for_a_changed_attribute_is_found) {
  input["applicants"][3]["gender"] = "F";
  expect_at("/input_sha256");
}

TEST_F(falsified, an_overcommitment_that_is_none_is_found) {
  result["overcommitted"] = {{"short", 1}, {"tight", {"Africa"}}};
  expect_at("/overcommitted");
}

TEST_F(falsified, a_fraction_is_no_whole_number) {
  result["line"] = 3.0;
  expect_at("/line");
}

TEST_F(falsified, unknown_fields_are_found_and_explanations_are_left_alone) {
  result["explanations"] = {{"Kone", {{"top_up", 1.5}}}};
  EXPECT_TRUE(check(input, result).empty());
  result["comment"] = "harmless";
  result["granted"][1]["note/~"] = 1;
  expect_at("/comment");
  expect_at("/granted/1/note~1~0");
}

/// Every way to change one place of a result, with the path where it has to be found.
void each_change(json const& result, std::function<void(std::string const& path, json const& changed)> const& see) {
  auto const leaves = result.flatten();
  for (auto const& [path, value] : leaves.items()) {
    pointer const at(path);
    auto changed = result;
    changed[at] = value.is_number()   ? json(value.get<std::int64_t>() + 1)
                  : value.is_string() ? json(value.get<std::string>() + "x")
                                      : json(7);  // null, and what flatten() makes of an empty list or object
    see(path, changed);
    if (result[at.parent_pointer()].is_array()) continue;
    auto less = result;
    less[at.parent_pointer()].erase(at.back());
    see(path, less);
  }
}

TEST(falsified_anywhere, one_changed_place_is_found_where_it_is) {
  int changes = 0;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    auto const input = support::allocation_instance(seed);
    each_change(*replay(input), [&](std::string const& path, json const& changed) {
      ++changes;
      ASSERT_TRUE(found_at(check(input, changed), path)) << seed << " " << path << " " << input;
    });
  }
  EXPECT_GT(changes, 500);
}

}  // namespace
}  // namespace dais::allocation_check
