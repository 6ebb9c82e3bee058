// An input is read strictly: each fault with its path.

#include "server/allocation/read_input.hpp"
#include "tests/support/allocation_input.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace dais::allocation {
namespace {

using protocol::error_code;
using protocol::json;

/// Two applicants, two funds, and one of everything that a policy has.
json whole_input() {
  auto made = support::plain_input();
  made["policy"]["points"] = json::array({support::points_for_score(3)});
  made["policy"]["state_cap"]["overrides"]["LAO"] = 3;
  made["policy"]["reserves"] = {support::count("survivors", {{"survivor", true}}, 1),
                                support::share("women", {{"gender", "F"}})};
  made["policy"]["caps"] = {{{"id", "nonparty"}, {"value", 4}, {"who", {{"party", false}}}}};
  made["policy"]["gates"] = {{{"id", "complete"}, {"who", {{"complete", true}}}}};
  made["funds"] = {support::fund("Africa", 500, {{"region", {"AFR"}}}, {"airfare"}), support::fund("General", 400)};
  made["applicants"] = {support::applicant("A1", "LAO", 100, {{"score", 3}, {"gender", "F"}, {"survivor", true}}),
                        support::applicant("A2", "TCD", 100, {{"status", "notified"}, {"granted", "FULL"}})};
  return made;
}

struct fault {
  std::string name;
  std::string at;  ///< set to `value`, or taken out where there is none
  json value;
  std::string path;  ///< where the problem is reported
  error_code code;
};

void set(json& in, fault const& of) {
  json::json_pointer const at(of.at);
  if (!of.value.is_discarded()) {
    in[at] = of.value;
    return;
  }
  in[at.parent_pointer()].erase(at.back());
}

json const gone(json::value_t::discarded);

class faults : public testing::TestWithParam<fault> {};

TEST_P(faults, is_refused_with_its_path) {
  auto input = whole_input();
  ASSERT_TRUE(read_input(input));
  set(input, GetParam());
  auto const read = read_input(input);
  ASSERT_FALSE(read);
  auto const& first = read.error().problems.front();
  EXPECT_EQ(first.path, GetParam().path);
  EXPECT_EQ(first.code, GetParam().code);
  EXPECT_TRUE(first.words.ends_with('.')) << first.words;
}

std::vector<fault> every_fault() {
  auto const same = [](std::string name, std::string path, json value, error_code code) {
    return fault{std::move(name), path, std::move(value), path, code};
  };
  json thirteen = json::array();
  for (int i = 0; i < 13; ++i) thirteen.push_back(support::fund("F" + std::to_string(i), 1));
  return {
      same("another_schema", "/schema", "ccm-alloc/2", error_code::unknown_value),
      same("an_unknown_part", "/remarks", "none", error_code::unknown_field),
      same("no_policy", "/policy", gone, error_code::missing_field),
      same("no_applicants", "/applicants", gone, error_code::missing_field),
      same("applicants_that_are_no_list", "/applicants", json::object(), error_code::wrong_type),
      same("a_seed_that_is_missing", "/policy/seed", gone, error_code::missing_field),
      same("a_seed_that_is_empty", "/policy/seed", "", error_code::too_short),
      same("a_seed_that_is_a_number", "/policy/seed", 7, error_code::wrong_type),
      same("an_unknown_policy_field", "/policy/bonus", true, error_code::unknown_field),
      same("more_contingency_than_everything", "/policy/contingency_bp", 10'001, error_code::out_of_range),
      same("a_negative_contingency", "/policy/contingency_bp", -1, error_code::out_of_range),
      same("rounds_that_are_no_flag", "/policy/rounds", 1, error_code::wrong_type),
      same("an_unknown_precedence", "/policy/precedence", "points", error_code::unknown_value),
      same("an_unknown_release", "/policy/release", "never", error_code::unknown_value),
      same("points_that_are_a_fraction", "/policy/points/0/pts", 1.5, error_code::wrong_type),
      same("points_without_bound", "/policy/points/0/pts", 1'000'001, error_code::out_of_range),
      same("an_unknown_field_of_a_points_line", "/policy/points/0/weight", 1, error_code::unknown_field),
      {"two_equal_points_lines", "/policy/points/1", support::points_for_score(3), "/policy/points/1/id",
       error_code::already_there},
      same("a_negative_state_cap", "/policy/state_cap/default", -1, error_code::out_of_range),
      same("an_override_that_is_a_text", "/policy/state_cap/overrides/LAO", "3", error_code::wrong_type),
      same("an_unknown_kind_of_reserve", "/policy/reserves/0/kind", "part", error_code::unknown_value),
      same("a_count_without_value", "/policy/reserves/0/value", gone, error_code::missing_field),
      same("a_count_with_a_share", "/policy/reserves/0/num", 1, error_code::unknown_field),
      same("a_share_of_nothing", "/policy/reserves/1/den", 0, error_code::out_of_range),
      same("a_share_of_more_than_all", "/policy/reserves/1/num", 3, error_code::out_of_range),
      same("two_equal_reserves", "/policy/reserves/1/id", "survivors", error_code::already_there),
      {"two_equal_caps",
       "/policy/caps/1",
       {{"id", "nonparty"}, {"value", 1}, {"who", json::object()}},
       "/policy/caps/1/id",
       error_code::already_there},
      {"two_equal_gates",
       "/policy/gates/1",
       {{"id", "complete"}, {"who", json::object()}},
       "/policy/gates/1/id",
       error_code::already_there},
      same("a_gate_named_like_a_withdrawal", "/policy/gates/0/id", "WITHDRAWN", error_code::already_there),
      same("a_condition_without_values", "/policy/gates/0/who/complete", json::array(), error_code::too_short),
      same("a_condition_of_a_fraction", "/policy/gates/0/who/complete", 0.5, error_code::wrong_type),
      {"a_condition_of_nulls", "/policy/gates/0/who/complete", json::array({true, nullptr}),
       "/policy/gates/0/who/complete/1", error_code::wrong_type},
      same("a_condition_on_an_id", "/policy/gates/0/who/id", "A1", error_code::unknown_value),
      same("thirteen_funds", "/funds", thirteen, error_code::too_large),
      same("two_equal_funds", "/funds/1/id", "Africa", error_code::already_there),
      same("a_negative_fund", "/funds/0/amount", -1, error_code::out_of_range),
      same("a_fund_beyond_64_bits", "/funds/0/amount", std::uint64_t{1} << 63, error_code::out_of_range),
      same("a_sum_beyond_64_bits", "/funds/1/amount", INT64_MAX, error_code::out_of_range),
      same("an_unknown_fund_field", "/funds/0/donor", "NO", error_code::unknown_field),
      same("a_fund_without_earmark", "/funds/0/earmark", gone, error_code::missing_field),
      {"a_component_that_is_no_text", "/funds/0/components", json::array({1}), "/funds/0/components/0",
       error_code::wrong_type},
      same("two_equal_applicants", "/applicants/1/id", "A1", error_code::already_there),
      same("an_applicant_without_delegation", "/applicants/0/delegation", gone, error_code::missing_field),
      same("an_attribute_that_is_a_list", "/applicants/0/score", json::array({1}), error_code::wrong_type),
      same("an_attribute_that_is_null", "/applicants/0/score", nullptr, error_code::wrong_type),
      same("an_attribute_that_is_a_fraction", "/applicants/0/score", 1.5, error_code::wrong_type),
      same("an_attribute_beyond_64_bits", "/applicants/0/score", UINT64_MAX, error_code::out_of_range),
      same("an_unknown_status", "/applicants/0/status", "travelled", error_code::unknown_value),
      same("a_status_that_is_missing", "/applicants/0/status", gone, error_code::missing_field),
      same("notified_without_a_package", "/applicants/1/granted", gone, error_code::missing_field),
      same("notified_of_a_package_that_does_not_exist", "/applicants/1/granted", "HALF", error_code::not_found),
      same("a_candidate_who_was_granted_something", "/applicants/0/granted", "FULL", error_code::unknown_field),
      {"two_equal_packages", "/applicants/0/packages/1", support::package("FULL", {}), "/applicants/0/packages/1/code",
       error_code::already_there},
      same("an_item_without_amount", "/applicants/0/packages/0/items/0/amount", gone, error_code::missing_field),
      same("a_negative_item", "/applicants/0/packages/0/items/0/amount", -1, error_code::out_of_range),
      same("an_item_that_is_a_fraction", "/applicants/0/packages/0/items/0/amount", 99.5, error_code::wrong_type),
      same("an_unknown_item_field", "/applicants/0/packages/0/items/0/currency", "CHF", error_code::unknown_field),
  };
}

INSTANTIATE_TEST_SUITE_P(every, faults, testing::ValuesIn(every_fault()),
                         [](auto const& each) { return each.param.name; });

TEST(read_input, reports_every_fault_of_an_input) {
  auto input = whole_input();
  input["policy"].erase("seed");
  input["funds"][0]["amount"] = -5;
  input["applicants"][1]["granted"] = "HALF";
  auto const read = read_input(input);
  ASSERT_FALSE(read);
  std::vector<std::string> paths;
  for (auto const& each : read.error().problems) paths.push_back(each.path);
  EXPECT_EQ(paths, (std::vector<std::string>{"/policy/seed", "/funds/0/amount", "/applicants/1/granted"}));
}

TEST(read_input, what_is_no_object_is_refused_as_a_whole) {
  auto const read = read_input(json::array());
  ASSERT_FALSE(read);
  ASSERT_EQ(read.error().problems.size(), 1U);
  EXPECT_EQ(read.error().problems.front().path, "");
}

TEST(read_input, twelve_funds_and_the_largest_sum_are_taken) {
  auto input = support::plain_input();
  for (int i = 0; i < 12; ++i) input["funds"].push_back(support::fund("F" + std::to_string(i), i == 0 ? INT64_MAX : 0));
  auto const read = read_input(input);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->funds.front().amount, INT64_MAX);
}

}  // namespace
}  // namespace dais::allocation
