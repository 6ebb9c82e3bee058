#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "server/allocation/pool.hpp"

namespace dais::allocation {

/// The caps that can keep somebody out: the delegation's, or the ceiling of that number.
struct cap {
  std::optional<std::size_t> ceiling;
  bool operator==(cap const&) const = default;
};

/// Counts the seats given so far, and answers what the rule asks of them. Refers to the pool.
class tally {
public:
  explicit tally(pool const& of);

  void seat(contender const& who);

  std::int64_t seats() const { return x_seats; }
  std::int64_t members(std::size_t reserve) const { return x_members[reserve]; }
  /// Seats that the delegation holds; none where the policy knows no rounds.
  std::int64_t round(std::size_t delegation) const { return x_pool->rounds ? x_delegations[delegation] : 0; }
  /// Whether the next seat is owed to the reserve.
  bool owed(std::size_t reserve) const;
  /// The first cap that keeps `who` out.
  std::optional<cap> reached(contender const& who) const;

private:
  pool const* x_pool;
  std::int64_t x_seats = 0;
  std::vector<std::int64_t> x_delegations;
  std::vector<std::int64_t> x_members;
  std::vector<std::int64_t> x_ceilings;
};

}  // namespace dais::allocation
