#include <algorithm>
#include <cstdint>
#include <set>

#include "server/allocation_check/check.hpp"
#include "tests/support/allocation_instances.hpp"

#include <gtest/gtest.h>

namespace dais::allocation_check {
namespace {

using pointer = json::json_pointer;

/// Lists that nest that deep, built without recursion.
json nested(int levels) {
  json value = json::array();
  for (int i = 0; i < levels; ++i) {
    json outer = json::array();
    outer.push_back(std::move(value));
    value = std::move(outer);
  }
  return value;
}

std::vector<json> const& odd_values() {
  static std::vector<json> const all = {nullptr,
                                        true,
                                        -1,
                                        UINT64_MAX,
                                        INT64_MAX,
                                        1.5,
                                        "",
                                        "\xff",
                                        json::array(),
                                        json::object(),
                                        json::array({1}),
                                        {{"\xff", 1}},
                                        nested(50),
                                        json::binary({1, 2})};
  return all;
}

bool faulted_at(json const& input, std::string const& path) {
  auto const made = replay(input);
  return !made && std::ranges::any_of(made.error(), [&](finding const& each) {
    return each.in == document::input && each.path == path && !each.words.empty();
  });
}

struct bad_input {
  char const* path;
  json value;
};

TEST(hostile_allocation, bad_input_is_refused_at_its_path) {
  json thirteen = json::array();
  for (int f = 0; f < 13; ++f) thirteen.push_back({{"id", std::to_string(f)}, {"amount", 1}});
  bad_input const all[] = {
      {"/schema", "ccm-alloc/2"},
      {"/policy", json::array()},
      {"/policy/seed", 7},
      {"/policy/precedence", "chance"},
      {"/policy/release", "never"},
      {"/policy/rounds", 1},
      {"/policy/contingency_bp", 10001},
      {"/policy/contingency_bp", -1},
      {"/policy/points/0/pts", "many"},
      {"/policy/points/0/who", json::array()},
      {"/policy/points/0/who/score", {{"least", 40}}},
      {"/policy/reserves/0/kind", "half"},
      {"/policy/reserves/1/den", 0},
      {"/policy/reserves/1/id", "survivors"},
      {"/policy/state_cap/default", -1},
      {"/policy/state_cap/overrides", {{"LAO", "two"}}},
      {"/funds", thirteen},
      {"/funds/0/amount", -1},
      {"/funds/0/amount", 0.5},
      {"/funds/1/id", "Africa"},
      {"/funds/0/earmark", "Africa"},
      {"/funds/0/components", "airfare"},
      {"/applicants", json::object()},
      {"/applicants/0", "Moussa"},
      {"/applicants/1/id", "Moussa"},
      {"/applicants/0/region", json::array({"AFR"})},
      {"/applicants/0/region", nullptr},
      {"/applicants/0/status", "lost"},
      {"/applicants/0/nomination_rank", "first"},
      {"/applicants/0/packages", json::object()},
      {"/applicants/0/packages/0/code", 1},
      {"/applicants/0/packages/0/items/0/amount", -1},
      {"/applicants/0/packages/0/items/0/kind", nullptr},
  };
  for (auto const& each : all) {
    auto input = support::allocation_example("ex2");
    input[pointer(each.path)] = each.value;
    std::string path = each.path;
    if (path.ends_with("overrides")) path += "/LAO";
    EXPECT_TRUE(faulted_at(input, path)) << path << " " << each.value;
  }
}

TEST(hostile_allocation, what_is_missing_is_refused_at_its_path) {
  for (auto const* path : {"/schema", "/policy", "/funds", "/applicants", "/policy/seed", "/policy/points/0/pts",
                           "/policy/reserves/0/value", "/funds/0/id", "/funds/0/amount", "/applicants/0/id",
                           "/applicants/0/delegation", "/applicants/0/packages", "/applicants/0/packages/0/items"}) {
    auto input = support::allocation_example("ex2");
    pointer const at(path);
    input[at.parent_pointer()].erase(at.back());
    EXPECT_TRUE(faulted_at(input, path)) << path;
  }
}

TEST(hostile_allocation, a_locked_package_has_to_exist) {
  auto input = support::allocation_example("ex3");
  input["applicants"][0]["granted"] = "PART";
  EXPECT_TRUE(faulted_at(input, "/applicants/0/granted"));
  input["applicants"][0].erase("granted");
  EXPECT_TRUE(faulted_at(input, "/applicants/0/granted"));
}

TEST(hostile_allocation, money_that_does_not_fit_is_refused) {
  auto input = support::allocation_example("ex2");
  input["funds"][0]["amount"] = INT64_MAX;
  EXPECT_TRUE(faulted_at(input, "/funds/1/amount"));
  input = support::allocation_example("ex2");
  auto& items = input["applicants"][0]["packages"][0]["items"];
  items.push_back(items[0]);
  items[1]["amount"] = INT64_MAX;
  EXPECT_TRUE(faulted_at(input, "/applicants/0/packages/0/items/1/amount"));
  items.erase(0);
  EXPECT_TRUE(faulted_at(input, "/applicants/1"));
}

TEST(hostile_allocation, fields_that_may_be_absent_have_their_usual_value) {
  auto input = support::allocation_example("ex2");
  auto const before = *replay(input);
  for (auto const* usual : {"rounds", "precedence", "release", "state_cap", "caps", "gates"})
    input["policy"].erase(usual);
  input["funds"][1].erase("earmark");
  input["funds"][1].erase("components");
  for (auto& each : input["applicants"]) {
    each.erase("status");
    each.erase("nomination_rank");
  }
  auto after = *replay(input);
  EXPECT_NE(after["policy_sha256"], before["policy_sha256"]);
  for (auto const* hash : {"input_sha256", "policy_sha256"}) after[hash] = before[hash];
  EXPECT_EQ(after, before);
}

/// Puts each odd value in each place of `document` in turn.
template <class See>
void each_odd_place(json const& document, See see) {
  std::set<std::string> places;
  auto const leaves = document.flatten();
  for (auto const& [path, leaf] : leaves.items())
    for (pointer at(path); places.insert(at.to_string()).second && !at.empty();) at = at.parent_pointer();
  for (auto const& place : places)
    for (auto const& odd : odd_values()) {
      auto changed = document;
      changed[pointer(place)] = odd;
      see(changed);
    }
}

TEST(hostile_allocation, nothing_in_the_input_passes_for_what_it_is_not) {
  auto const input = support::allocation_example("ex3");
  auto const result = *replay(input);
  each_odd_place(input, [&](json const& changed) {
    if (changed == input) return;
    EXPECT_FALSE(check(changed, result).empty());
  });
}

TEST(hostile_allocation, nothing_in_the_result_passes_for_what_it_is_not) {
  auto const input = support::allocation_example("ex3");
  auto const result = *replay(input);
  each_odd_place(result, [&](json const& changed) {
    if (changed == result) return;
    auto const found = check(input, changed);
    EXPECT_FALSE(found.empty());
    for (auto const& each : found) EXPECT_FALSE(each.words.empty());
  });
}

TEST(hostile_allocation, findings_are_bounded) {
  auto const input = support::allocation_example("ex2");
  auto result = *replay(input);
  for (int i = 0; i < 1000; ++i) result["waiting"].push_back("Nobody");
  EXPECT_EQ(check(input, result).size(), most_findings);
  auto bad = input;
  for (int i = 0; i < 1000; ++i) bad["applicants"].push_back(7);
  EXPECT_EQ(check(bad, result).size(), most_findings);
}

}  // namespace
}  // namespace dais::allocation_check
