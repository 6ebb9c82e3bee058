#pragma once
// Money as a flow: debts on one side, funds on the other, and who pays what between them.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "server/allocation_check/pool.hpp"

namespace dais::allocation_check {

/// As much of all debts as the funds can pay together, found by augmenting paths (Ford and Fulkerson, shortest path
/// first). Debts that the same funds may pay are one. A copy is a trial.
class payments {
public:
  explicit payments(std::vector<fund> const& funds);

  /// One more debt. Returns how much of it cannot be paid, however all others are paid.
  std::int64_t owe(line const& debt);
  std::int64_t owe(std::span<line const> debts);
  /// A debt that was fully paid is no more.
  void forgive(line const& debt);

  /// The smallest set of funds that alone may pay debts beyond its means: those from which no detour leads to money.
  fund_set tight() const;

private:
  struct debt {
    fund_set funds = 0;
    std::int64_t unpaid = 0;
    std::array<std::int64_t, most_funds> paid{};
  };
  struct detour {
    std::size_t from = 0, debt = 0;  ///< `from` can be relieved of a part of that debt
    std::size_t steps = 0;           ///< detours on the way here
    bool found = false;
  };
  using map_of_detours = std::array<detour, most_funds>;

  debt& among(fund_set funds);
  map_of_detours reach(fund_set start) const;
  std::size_t nearest_with_money(map_of_detours const& ways) const;
  void pay_along(debt& one, std::size_t last, map_of_detours const& ways);

  std::size_t x_count;
  std::array<std::int64_t, most_funds> x_left{};
  std::vector<debt> x_debts;
};

}  // namespace dais::allocation_check
