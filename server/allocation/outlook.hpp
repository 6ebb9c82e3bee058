#pragma once
// What comes after a result: who is next, and who would enter if somebody cancelled.

#include <vector>

#include "server/allocation/draft.hpp"

namespace dais::allocation {

/// The refused, in the order in which they would be examined if all that have a seat kept it.
std::vector<std::size_t> waiting_list(pool const& from, outcome const& of);

struct cancellation {
  std::size_t leaves = 0;
  std::vector<std::size_t> enter;  ///< in the order of their seats
};

/// For each seat, in their order: who gets one when that person withdraws, all that was meant for them is refunded, and
/// everybody else keeps theirs.
std::vector<cancellation> if_cancels(pool const& from, outcome const& of);

}  // namespace dais::allocation
