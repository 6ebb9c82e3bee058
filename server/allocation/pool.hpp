#pragma once
// An input made ready for the rule: conditions decided, points added up, names replaced by numbers. What a what-if
// changes (a budget, the order, one package) can be changed in place, and the rule run again.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/allocation/input.hpp"
#include "server/allocation/money.hpp"

namespace dais::allocation {

/// A package as the money test sees it.
struct cost {
  std::vector<line> lines;    ///< in ascending (amount, payers)
  std::vector<claim> claims;  ///< of these lines
  bool payable = true;        ///< every line has a fund that may pay it
};

/// Somebody who passed the gates, or was notified.
struct contender {
  std::size_t applicant = 0;  ///< in the input
  std::size_t delegation = 0;
  std::int64_t points = 0;
  std::int64_t nomination_rank = 1;
  std::string lot;             ///< SHA-256 of seed ":" id in hexadecimal digits
  std::uint64_t reserves = 0;  ///< bit r: belongs to the r-th reserve
  std::uint64_t ceilings = 0;
  std::vector<cost> packages;  ///< as in the input
};

/// A contender with one of the packages.
struct place {
  std::size_t contender = 0;
  std::size_t package = 0;
  bool operator==(place const&) const = default;
};

struct pool {
  std::vector<contender> contenders;     ///< in the order of their ids
  std::vector<std::size_t> order;        ///< of the contenders who take part: the canonical order
  std::vector<place> locked;             ///< notified, in canonical order
  std::vector<centimes> budgets;         ///< of each fund, less its contingency
  std::vector<std::size_t> restriction;  ///< the funds, the most restricted one first

  std::vector<std::string> delegations;
  std::vector<std::int64_t> state_caps;  ///< of each delegation
  std::vector<std::variant<count_floor, share_floor>> floors;
  std::vector<std::int64_t> ceilings;
  bool rounds = true;
  allocation::precedence precedence = precedence::reserves;
  allocation::release release = release::exhausted;

  /// Who did not come to be ranked, in the order of their ids: gates that were failed, then WITHDRAWN.
  struct gated {
    std::size_t applicant = 0;
    std::vector<std::string> reasons;
  };
  std::vector<gated> left_out;
};

constexpr bool belongs(std::uint64_t to, std::size_t which) { return (to >> which & 1) != 0; }

}  // namespace dais::allocation
