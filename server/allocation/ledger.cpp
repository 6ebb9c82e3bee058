#include "server/allocation/ledger.hpp"

namespace dais::allocation {

std::vector<payment> ledger(pool const& from, outcome const& of) {
  std::vector<payment> made;
  auto const lines_of = [&](seat const& each) -> std::vector<line> const& {
    return from.contenders[each.given.contender].packages[each.given.package].lines;
  };
  purse money(from.budgets);
  for (auto const& each : of.seats) money.owe(lines_of(each));
  for (auto const& each : of.seats) {
    for (auto rest : lines_of(each)) {
      for (auto const fund : from.restriction) {
        if (rest.amount == 0) break;
        if (!inside(only(fund), rest.payers)) continue;
        auto const amount = money.payable(rest, fund);
        if (amount == 0) continue;
        money.pay({amount, rest.payers}, fund);
        rest.amount -= amount;
        made.push_back({each.given.contender, fund, amount});
      }
    }
  }
  return made;
}

}  // namespace dais::allocation
