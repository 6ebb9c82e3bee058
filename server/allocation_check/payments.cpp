#include "server/allocation_check/payments.hpp"

#include <algorithm>
#include <deque>

namespace dais::allocation_check {
namespace {

bool has(fund_set funds, std::size_t fund) { return funds >> fund & 1; }

}  // namespace

payments::payments(std::vector<fund> const& funds) : x_count(funds.size()) {
  for (std::size_t f = 0; f < x_count; ++f) x_left[f] = funds[f].budget;
}

payments::debt& payments::among(fund_set funds) {
  auto const found = std::ranges::find(x_debts, funds, &debt::funds);
  return found != x_debts.end() ? *found : x_debts.emplace_back(debt{.funds = funds});
}

/// Every fund that can pay instead, from those in `start`: a fund that pays a part of a debt can be relieved of it by
/// any other fund that may pay that debt.
payments::map_of_detours payments::reach(fund_set start) const {
  map_of_detours ways;
  std::deque<std::size_t> next;
  for (std::size_t f = 0; f < x_count; ++f)
    if (has(start, f)) {
      ways[f].found = true;
      next.push_back(f);
    }
  for (; !next.empty(); next.pop_front()) {
    auto const from = next.front();
    for (std::size_t d = 0; d < x_debts.size(); ++d) {
      if (x_debts[d].paid[from] == 0) continue;
      for (std::size_t to = 0; to < x_count; ++to) {
        if (ways[to].found || !has(x_debts[d].funds, to)) continue;
        ways[to] = {.from = from, .debt = d, .steps = ways[from].steps + 1, .found = true};
        next.push_back(to);
      }
    }
  }
  return ways;
}

/// A fund that is reached and has money left, by the fewest detours; x_count where there is none.
std::size_t payments::nearest_with_money(map_of_detours const& ways) const {
  auto best = x_count;
  for (std::size_t f = 0; f < x_count; ++f)
    if (ways[f].found && x_left[f] > 0 && (best == x_count || ways[f].steps < ways[best].steps)) best = f;
  return best;
}

/// Pays what it can of `one` out of fund `last`, by way of the detours that lead there.
void payments::pay_along(debt& one, std::size_t last, map_of_detours const& ways) {
  auto most = std::min(one.unpaid, x_left[last]);
  for (auto f = last; ways[f].steps > 0; f = ways[f].from)
    most = std::min(most, x_debts[ways[f].debt].paid[ways[f].from]);
  x_left[last] -= most;
  auto f = last;
  for (; ways[f].steps > 0; f = ways[f].from) {
    x_debts[ways[f].debt].paid[f] += most;
    x_debts[ways[f].debt].paid[ways[f].from] -= most;
  }
  one.paid[f] += most;
  one.unpaid -= most;
}

std::int64_t payments::owe(line const& next) {
  auto& one = among(next.funds);
  auto const before = one.unpaid;
  one.unpaid += next.amount;
  while (one.unpaid > before) {
    auto const ways = reach(one.funds);
    auto const last = nearest_with_money(ways);
    if (last == x_count) break;
    pay_along(one, last, ways);
  }
  return one.unpaid - before;
}

std::int64_t payments::owe(std::span<line const> debts) {
  std::int64_t unpaid = 0;
  for (auto const& each : debts) unpaid += owe(each);
  return unpaid;
}

void payments::forgive(line const& paid) {
  auto& one = among(paid.funds);
  auto rest = paid.amount;
  for (std::size_t f = 0; f < x_count; ++f) {
    auto const back = std::min(rest, one.paid[f]);
    one.paid[f] -= back;
    x_left[f] += back;
    rest -= back;
  }
}

fund_set payments::tight() const {
  fund_set start = 0;
  for (auto const& each : x_debts)
    if (each.unpaid > 0) start |= each.funds;
  auto const ways = reach(start);
  fund_set reached = 0;
  for (std::size_t f = 0; f < x_count; ++f)
    if (ways[f].found) reached |= fund_set{1} << f;
  return reached;
}

}  // namespace dais::allocation_check
