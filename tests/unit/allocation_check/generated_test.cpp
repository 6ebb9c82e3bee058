#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "server/allocation_check/check.hpp"
#include "tests/support/allocation_instances.hpp"
#include "tests/support/exhaustive_allocation.hpp"

#include <gtest/gtest.h>

namespace dais::allocation_check {
namespace {

using support::allocated_seat;
using support::missing_money;

/// Of the comparison with trying everything, which is slow; and of the mutants.
constexpr std::uint64_t compared = 500, mutated = 120;

std::vector<allocated_seat> seats_of(json const& result) {
  std::vector<allocated_seat> seats;
  for (auto const& each : result["granted"])
    seats.push_back({each["id"].get<std::string>(), each["package"].get<std::string>()});
  return seats;
}

json const& applicant(json const& input, std::string const& id) {
  return *std::ranges::find_if(input["applicants"], [&](json const& each) { return each["id"] == id; });
}

TEST(allocation_replay, grants_what_trying_everything_finds) {
  std::map<std::string, int> seen;
  for (std::uint64_t seed = 0; seed < compared; ++seed) {
    auto const input = support::allocation_instance(seed);
    auto const made = replay(input);
    ASSERT_TRUE(made) << input;
    auto const right = support::exhaustive_allocation(input);
    ASSERT_EQ(made->contains("overcommitted"), !right) << seed << input;
    if (!right) {
      ++seen["overcommitted"];
      continue;
    }
    ASSERT_EQ(seats_of(*made), *right) << seed << input;
    ASSERT_EQ((*made)["ledger"], support::exhaustive_ledger(input, *right)) << seed << input;
    for (auto const& each : (*made)["granted"]) ++seen[each["turn"].get<std::string>()];
    for (auto const& each : (*made)["refused"]) ++seen[each["reason"].get<std::string>()];
  }
  // What the comparison is worth: everything that the rule can say was said.
  for (auto const* kind : {"overcommitted", "LOCKED", "OPEN", "OPEN+FILL", "RESERVE:women", "RESERVE:women+FILL",
                           "RESERVE:survivors", "FUNDS", "HELD:women", "STATE_CAP", "CAP:nonparty", "NO_ELIGIBLE_FUND"})
    EXPECT_GT(seen[kind], 5) << kind;
}

/// The package with the smallest shortage on top of the seats before the turn.
std::optional<missing_money> quoted(json const& input, std::vector<allocated_seat> before, std::string const& id) {
  std::optional<missing_money> least;
  for (auto const& package : applicant(input, id)["packages"]) {
    auto const missing = support::money_missing(input, before, allocated_seat{id, package["code"].get<std::string>()});
    if (missing && !missing->tight.empty() && (!least || missing->amount < least->amount)) least = missing;
  }
  return least;
}

TEST(allocation_replay, quotes_the_shortage_of_the_worst_set_of_funds) {
  int shortages = 0;
  for (std::uint64_t seed = 0; seed < 2 * compared; ++seed) {
    auto const input = support::allocation_instance(seed);
    auto const made = *replay(input);
    if (made.contains("overcommitted")) {
      std::vector<allocated_seat> locked;
      for (auto const& each : input["applicants"])
        if (each["status"] == "notified")
          locked.push_back({each["id"].get<std::string>(), each["granted"].get<std::string>()});
      auto const missing = support::money_missing(input, locked, std::nullopt);
      ASSERT_TRUE(missing) << seed;
      EXPECT_EQ(made["overcommitted"], json({{"short", missing->amount}, {"tight", missing->tight}})) << seed;
    }
    for (auto const& [id, why] : made["refused"].items()) {
      if (why["reason"] != "FUNDS") continue;
      ++shortages;
      auto before = seats_of(made);
      before.resize(why["step"].get<std::size_t>());
      auto const missing = quoted(input, before, id);
      ASSERT_TRUE(missing) << seed << id << input;
      ASSERT_EQ(why["short"], missing->amount) << seed << id << input;
      ASSERT_EQ(why["tight"], missing->tight) << seed << id << input;
    }
  }
  EXPECT_GT(shortages, 500);
}

TEST(allocation_replay, says_who_enters_as_trying_everything_does_after_the_cancellation) {
  int entered = 0;
  for (std::uint64_t seed = 0; seed < compared; seed += 3) {
    auto const input = support::allocation_instance(seed);
    auto const made = *replay(input);
    auto const seats = seats_of(made);
    ASSERT_EQ(made["if_cancels"].size(), seats.size());
    if (seats.empty()) continue;
    auto const gone = seats[seed % seats.size()];
    auto after = input;
    for (auto& each : after["applicants"])
      for (auto const& seat : seats) {
        if (each["id"] != seat.id) continue;
        each["status"] = seat == gone ? "withdrawn" : "notified";
        each["granted"] = seat.package;
      }
    auto right = json::array();
    auto const then = support::exhaustive_allocation(after);
    ASSERT_TRUE(then) << seed;
    for (auto const& seat : *then)
      if (std::ranges::find(seats, seat.id, &allocated_seat::id) == seats.end()) right.push_back(seat.id);
    ASSERT_EQ(made["if_cancels"][gone.id], right) << seed << gone.id << input;
    entered += static_cast<int>(right.size());
  }
  EXPECT_GT(entered, 20);
}

TEST(allocation_replay, lets_all_who_are_refused_wait_and_nobody_else) {
  for (std::uint64_t seed = 0; seed < compared; ++seed) {
    auto const made = *replay(support::allocation_instance(seed));
    std::set<std::string> waiting, refused;
    for (auto const& each : made["waiting"]) EXPECT_TRUE(waiting.insert(each.get<std::string>()).second);
    for (auto const& [id, why] : made["refused"].items()) refused.insert(id);
    EXPECT_EQ(waiting, refused) << seed;
  }
}

TEST(allocation_replay, is_the_same_bytes_in_whatever_order_the_applicants_stand) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    auto input = support::allocation_instance(seed);
    auto const before = protocol::canonical(*replay(input));
    std::ranges::shuffle(input["applicants"].get_ref<json::array_t&>(), std::mt19937_64(seed));
    EXPECT_EQ(protocol::canonical(*replay(input)), before) << seed;
  }
}

TEST(allocation_check, accepts_what_it_would_have_said_itself) {
  for (std::uint64_t seed = 0; seed < compared; ++seed) {
    auto const input = support::allocation_instance(seed);
    auto const found = check(input, *replay(input));
    EXPECT_TRUE(found.empty()) << seed << found.front().path << found.front().words;
  }
}

TEST(allocation_check, catches_every_mutant_of_the_rule_by_the_seats_it_grants) {
  std::map<std::string, int> caught;
  for (std::uint64_t seed = 0; seed < mutated; ++seed) {
    auto const input = support::allocation_instance(seed);
    auto const right = *replay(input);
    for (auto const& mutant : support::allocation_mutants()) {
      auto const distorted = replay(mutant.distort(input));
      ASSERT_TRUE(distorted) << mutant.name << seed;
      auto told = mutant.retell(*distorted);
      told["input_sha256"] = right["input_sha256"];
      told["policy_sha256"] = right["policy_sha256"];
      auto const found = check(input, told);
      EXPECT_EQ(found.empty(), told == right) << mutant.name << seed;
      caught[mutant.name] +=
          std::ranges::any_of(found, [](finding const& each) { return each.path.starts_with("/granted"); });
    }
  }
  for (auto const& mutant : support::allocation_mutants())
    EXPECT_GT(caught[mutant.name], 0) << mutant.name << " survives";
}

}  // namespace
}  // namespace dais::allocation_check
