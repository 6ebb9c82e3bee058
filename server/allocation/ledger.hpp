#pragma once

#include <vector>

#include "server/allocation/draft.hpp"

namespace dais::allocation {

/// What a fund pays of a seat.
struct payment {
  std::size_t contender = 0;
  std::size_t fund = 0;
  centimes amount = 0;
};

/// Pays every seat in full: seats in their order, lines in theirs, the most restricted fund first, each as much as
/// leaves everything else payable.
std::vector<payment> ledger(pool const& from, outcome const& of);

}  // namespace dais::allocation
