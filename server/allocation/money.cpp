#include "server/allocation/money.hpp"

#include <algorithm>

namespace dais::allocation {

std::vector<claim> claims_of(std::span<line const> lines) {
  std::vector<fund_set> unions;
  for (auto const& each : lines) {
    auto const before = unions.size();
    unions.push_back(each.payers);
    for (std::size_t i = 0; i < before; ++i) unions.push_back(unions[i] | each.payers);
    std::ranges::sort(unions);
    unions.erase(std::ranges::unique(unions).begin(), unions.end());
  }
  std::vector<claim> claims;
  for (auto const set : unions) {
    claims.push_back({set, 0});
    for (auto const& each : lines)
      if (inside(each.payers, set)) claims.back().amount += each.amount;
  }
  return claims;
}

least_leftover::answer least_leftover::around(fund_set funds, std::span<centimes const> leftovers,
                                              std::uint64_t version) {
  auto& memory = x_found[funds];
  if (memory.version == version) return memory.found;
  answer found{leftovers[x_within], x_within};
  // Adding to the bits that are free carries over those that are fixed: every set in between, in ascending order.
  for (fund_set set = funds; set != x_within; set = (((set | ~x_within) + 1) & x_within) | funds)
    if (leftovers[set] < found.left || (leftovers[set] == found.left && set < found.at)) found = {leftovers[set], set};
  memory = {version, found};
  return found;
}

purse::purse(std::span<centimes const> budgets)
    : x_left(std::size_t{1} << budgets.size()), x_least(only(budgets.size()) - 1) {
  for (std::size_t fund = 0; fund < budgets.size(); ++fund)
    for (fund_set set = 0; set < only(fund); ++set) x_left[set | only(fund)] = x_left[set] + budgets[fund];
}

void purse::owe(std::span<line const> lines) {
  for (auto const& each : lines)
    for (fund_set set = each.payers; set < x_left.size(); set = (set + 1) | each.payers) x_left[set] -= each.amount;
  ++x_version;
}

void purse::pay(line const& part, std::size_t fund) {
  for (fund_set set = only(fund); set < x_left.size(); set = (set + 1) | only(fund))
    if (!inside(part.payers, set)) x_left[set] -= part.amount;
  ++x_version;
}

std::optional<shortage> purse::lacking(std::span<claim const> claims) {
  std::optional<shortage> worst;
  for (auto const& each : claims) {
    auto const least = x_least.around(each.funds, x_left, x_version);
    auto const amount = each.amount - least.left;
    if (amount <= 0) continue;
    if (!worst || amount > worst->amount || (amount == worst->amount && least.at < worst->tight))
      worst = {amount, least.at};
  }
  return worst;
}

std::optional<shortage> purse::overdrawn() const {
  auto const least = std::ranges::min_element(x_left);
  if (*least >= 0) return std::nullopt;
  return shortage{-*least, static_cast<fund_set>(least - x_left.begin())};
}

centimes purse::payable(line const& of, std::size_t fund) const {
  auto most = of.amount;
  for (fund_set set = only(fund); set < x_left.size(); set = (set + 1) | only(fund))
    if (!inside(of.payers, set)) most = std::min(most, x_left[set]);
  return most;
}

}  // namespace dais::allocation
