#pragma once
// "Why not?": the smallest changes that would have given somebody a seat. Each is exact: the rule is run again with it,
// where it must grant, and with one centime or one point less, where it must not.

#include <cstdint>
#include <optional>
#include <vector>

#include "server/allocation/draft.hpp"

namespace dais::allocation {

/// By how much one line of the package that lacks least has to become cheaper.
struct line_cut {
  fund_set payers = 0;
  centimes by = 0;
};

struct explanation {
  std::size_t contender = 0;
  /// Which package, if it cost `lacking.amount` less in all, would be granted; only for those refused for money. The
  /// cuts are one way to spread it: each line keeps the most that the funds allow, the smallest line first.
  std::optional<std::size_t> package;
  std::vector<line_cut> cuts;
  /// By fund: how much more the fund must hold to spend (after its contingency). Absent: no amount would do.
  std::vector<std::optional<centimes>> top_ups;
  std::optional<std::int64_t> points;  ///< absent: not even the first place of the list would do
};

/// One for each refusal of `of`, which is what draft made of `from`, in the same order.
std::vector<explanation> explain(pool const& from, outcome const& of);

/// The part of it that costs most: smallest top-ups of one fund, by contender; absent for those seated already too.
std::vector<std::optional<centimes>> smallest_top_ups(pool from, outcome const& of, std::size_t fund);

}  // namespace dais::allocation
