#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "server/allocation/pool.hpp"

namespace dais::allocation {

/// Gates, points, canonical order, payers of each line, caps. `from` has been read by read_input, which made sure that
/// no sum overflows.
pool prepare(input const& from);

/// What of a fund's amount may be spent: less the contingency, which is rounded down.
centimes budget_of(centimes amount, std::int64_t contingency_bp);

/// The least amount of which so much may be spent; nothing where everything is kept back, or no 64 bits are enough.
std::optional<centimes> amount_of(centimes budget, std::int64_t contingency_bp);

/// Lines without amount left out, in their order, with their claims.
cost cost_of(std::vector<line> lines);

/// Whether contender `a` stands before contender `b` in the canonical order.
bool precedes(pool const& in, std::size_t a, std::size_t b);

}  // namespace dais::allocation
