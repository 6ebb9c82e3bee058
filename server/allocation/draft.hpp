#pragma once
// The rule itself: Reserved Turns. Hands out seats one at a time, and says of everybody else why not.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "server/allocation/money.hpp"
#include "server/allocation/pool.hpp"
#include "server/allocation/tally.hpp"

namespace dais::allocation {

struct seat {
  place given;
  bool locked = false;
  std::optional<std::size_t> reserve;  ///< whose turn it was; absent: an open turn
  bool fill = false;                   ///< some package was refused for money before: more money can cost this seat
};

enum class refused_for {
  state_cap,
  ceiling,           ///< `which`
  no_eligible_fund,  ///< every package has an item that no fund may pay
  funds,             ///< `package` lacks least, by `lacking`
  held               ///< the money left is kept for reserve `which`
};

struct refusal {
  std::size_t contender = 0;
  refused_for reason = refused_for::funds;
  std::size_t which = 0;
  std::size_t package = 0;
  shortage lacking;
  std::int64_t step = 0;               ///< seats given before
  std::optional<std::size_t> reserve;  ///< whose turn it was
  std::size_t money_tests_failed = 0;  ///< in the whole run, up to and with this one's
};

struct outcome {
  std::vector<seat> seats;            ///< the locked ones first
  std::vector<refusal> refusals;      ///< in the order in which they happened; held ones in canonical order
  std::optional<std::int64_t> line;   ///< seats given before the first package was refused for money
  std::optional<shortage> overdrawn;  ///< the locked seats cost more than there is: nothing is granted or refused then
  allocation::tally tally;
};

/// Hears of every package that is refused for money, when it is.
class money_watcher {
public:
  virtual ~money_watcher() = default;
  virtual void refused(cost const& package, purse const& money) = 0;
};

outcome draft(pool const& from, money_watcher* watching = nullptr);

}  // namespace dais::allocation
