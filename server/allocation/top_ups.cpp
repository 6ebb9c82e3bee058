// Smallest top-ups of a fund. More money in one fund changes nothing in a run until it is enough for the first package
// that was refused for money; hence the walk from one such amount to the next, with a run at each. Who gets a seat at
// one of them for the first time could not have had it for a centime less.

#include <algorithm>

#include "server/allocation/explain.hpp"

namespace dais::allocation {
namespace {

/// Notes for every package refused for money how much more of the one fund would have been enough; absent where another
/// fund lacks too.
class fund_watcher final : public money_watcher {
public:
  fund_watcher(std::size_t fund, std::size_t funds)
      : x_fund(fund), x_with(only(funds) - 1), x_without((only(funds) - 1) & ~only(fund)) {}

  void refused(cost const& package, purse const& money) override {
    std::optional<centimes> enough = 0;
    for (auto const& each : package.claims) {
      if (!inside(only(x_fund), each.funds) &&
          x_without.around(each.funds, money.leftovers(), money.version()).left < each.amount)
        enough.reset();
      if (!enough) break;
      auto const with = x_with.around(each.funds | only(x_fund), money.leftovers(), money.version());
      enough = std::max(*enough, each.amount - with.left);
    }
    x_enough.push_back(enough);
  }

  /// The least among the first `count` packages.
  std::optional<centimes> least(std::size_t count) const {
    std::optional<centimes> found;
    for (std::size_t i = 0; i < count; ++i)
      if (x_enough[i] && (!found || *x_enough[i] < *found)) found = x_enough[i];
    return found;
  }

private:
  std::size_t x_fund;
  least_leftover x_with;
  least_leftover x_without;
  std::vector<std::optional<centimes>> x_enough;
};

/// Of the packages refused in a run, how many come before the last of those who are asked about is through.
std::size_t tests_that_matter(outcome const& run, std::vector<bool> const& asked) {
  std::size_t count = 0;
  for (auto const& each : run.refusals)
    if (asked[each.contender]) count = std::max(count, each.money_tests_failed);
  return count;
}

}  // namespace

std::vector<std::optional<centimes>> smallest_top_ups(pool from, outcome const& of, std::size_t fund) {
  std::vector<std::optional<centimes>> found(from.contenders.size());
  std::vector<bool> asked(from.contenders.size());
  for (auto const& each : of.refusals) asked[each.contender] = true;
  for (centimes more = 0;;) {
    fund_watcher watching(fund, from.budgets.size());
    auto const run = draft(from, &watching);
    for (auto const& each : run.seats) {
      if (!asked[each.given.contender]) continue;
      asked[each.given.contender] = false;
      found[each.given.contender] = more;
    }
    auto const step = watching.least(tests_that_matter(run, asked));
    if (!step) return found;
    more += *step;
    from.budgets[fund] += *step;
  }
}

}  // namespace dais::allocation
