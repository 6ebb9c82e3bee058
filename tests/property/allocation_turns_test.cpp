// The queues of `turns` against the sentence of the rule, read out slowly.

#include "server/allocation/turns.hpp"

#include <optional>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/property/allocation_world.hpp"

namespace dais::allocation {
namespace {

/// The best of those who wait, by (seats of the delegation, place in the canonical order); of a reserve's members where
/// one is given.
std::optional<std::size_t> best(pool const& of, tally const& seats, std::vector<bool> const& waiting,
                                std::optional<std::size_t> reserve) {
  std::optional<std::size_t> found;
  for (auto const each : of.order) {
    auto const& who = of.contenders[each];
    if (!waiting[each] || (reserve && !belongs(who.reserves, *reserve))) continue;
    if (!found || seats.round(who.delegation) < seats.round(of.contenders[*found].delegation)) found = each;
  }
  return found;
}

std::optional<turn> turn_by_the_book(pool const& of, tally const& seats, std::vector<bool> const& waiting) {
  auto const open = best(of, seats, waiting, std::nullopt);
  if (!open) return std::nullopt;
  auto const round = [&](std::size_t who) { return seats.round(of.contenders[who].delegation); };
  for (std::size_t r = 0; r < of.floors.size(); ++r) {
    auto const member = seats.owed(r) ? best(of, seats, waiting, r) : std::nullopt;
    if (member && (of.precedence == precedence::reserves || round(*member) == round(*open))) return turn{r, *member};
  }
  return turn{std::nullopt, *open};
}

RC_GTEST_PROP(allocation, every_turn_is_the_one_that_the_rule_names, ()) {
  auto const ready = allocate_json(some_input()).ready;
  tally seats(ready);
  std::vector<bool> waiting(ready.contenders.size(), true);
  turns fast(ready, seats, waiting);
  while (auto const expected = turn_by_the_book(ready, seats, waiting)) {
    auto const now = fast.next();
    RC_ASSERT(now.has_value());
    RC_ASSERT(std::tie(now->reserve, now->contender) == std::tie(expected->reserve, expected->contender));
    bool const seated = some_index(3) != 0;
    if (seated) seats.seat(ready.contenders[now->contender]);
    waiting[now->contender] = false;
    fast.examined(now->contender, seated);
  }
  RC_ASSERT(!fast.next().has_value());
}

}  // namespace
}  // namespace dais::allocation
