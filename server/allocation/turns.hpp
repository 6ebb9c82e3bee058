#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <vector>

#include "server/allocation/pool.hpp"
#include "server/allocation/tally.hpp"

namespace dais::allocation {

/// Whose turn it is: the best of a reserve that is owed a seat, or, without one, of everybody.
struct turn {
  std::optional<std::size_t> reserve;
  std::size_t contender = 0;
};

/// Says whose turn is next among those not yet examined. Refers to the pool and to the tally, which counts the seats as
/// they are given.
class turns {
public:
  /// `waiting[c]`: contender c is to be examined.
  turns(pool const& of, tally const& seats, std::vector<bool> waiting);

  /// The same until somebody is examined or a seat is given; nothing when everybody has been examined.
  std::optional<turn> next();
  /// `seated` where the tally has just counted a seat for them.
  void examined(std::size_t contender, bool seated);
  /// Those not yet examined, in canonical order.
  std::vector<std::size_t> left() const;

private:
  /// Stands for the first of a delegation in one group. Out of date as soon as that one was examined or the delegation
  /// got a seat; a newer one is queued then.
  struct head {
    std::int64_t round = 0;
    std::size_t rank = 0;
    std::size_t contender = 0;
    bool operator>(head const& than) const { return round != than.round ? round > than.round : rank > than.rank; }
  };
  /// Everybody, or a reserve: in each delegation its members in canonical order, and the delegations' first ones
  /// queued.
  struct group {
    std::vector<std::size_t> first;  ///< by delegation: a rank
    std::vector<std::size_t> after;  ///< by rank: the next one of the same delegation
    std::priority_queue<head, std::vector<head>, std::greater<>> queue;
  };

  group gathered(std::uint64_t of_reserves) const;
  void enqueue(group& in, std::size_t delegation) const;
  std::optional<head> best(group& in) const;

  static constexpr auto nobody = static_cast<std::size_t>(-1);
  pool const* x_pool;
  tally const* x_tally;
  std::vector<bool> x_waiting;
  group x_everybody;
  std::vector<group> x_reserves;
};

}  // namespace dais::allocation
