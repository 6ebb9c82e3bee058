#pragma once
// The money test: Hall's condition over all sets of funds, in whole centimes.
//
// Seats can be paid if and only if, for every set X of funds, what can be paid only inside X is at most what X holds;
// an exact split then exists. `purse` keeps what each X has left over. A package fits when no X would be overdrawn, and
// of all X only the smallest left-over around each union of its lines can be: that is what a `claim` is for.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "server/allocation/input.hpp"

namespace dais::allocation {

/// Bit i is the i-th fund of the input.
using fund_set = std::uint32_t;

constexpr fund_set only(std::size_t fund) { return fund_set{1} << fund; }
constexpr bool inside(fund_set part, fund_set whole) { return (part & ~whole) == 0; }

/// Items of one package that the same funds may pay. Without payers, nobody may.
struct line {
  centimes amount = 0;
  fund_set payers = 0;
};

/// What one package asks of a set of funds: `amount` can be paid only inside `funds`.
struct claim {
  fund_set funds = 0;
  centimes amount = 0;
};

/// One claim for each union of payers, in ascending order of the sets. No other set asks for more with less.
std::vector<claim> claims_of(std::span<line const> lines);

/// By how much a set of funds is overdrawn.
struct shortage {
  centimes amount = 0;
  fund_set tight = 0;
  bool operator==(shortage const&) const = default;
};

/// The least left-over of any set between `funds` and a largest one, and the first set, by its bits, that has it.
/// Remembers what it found until the purse changes.
class least_leftover {
public:
  explicit least_leftover(fund_set within) : x_within(within), x_found(within + std::size_t{1}) {}

  struct answer {
    centimes left = 0;
    fund_set at = 0;
  };
  /// `funds` lies within the largest set; `version` changes with `leftovers`.
  answer around(fund_set funds, std::span<centimes const> leftovers, std::uint64_t version);

private:
  struct remembered {
    std::uint64_t version = 0;
    answer found;
  };
  fund_set x_within;
  std::vector<remembered> x_found;
};

/// What is in the funds and owed from them.
class purse {
public:
  explicit purse(std::span<centimes const> budgets);

  void owe(std::span<line const> lines);
  /// A payment of a line by one of its payers: the fund has less, the line is less.
  void pay(line const& part, std::size_t fund);

  /// Nothing when lines with these claims can be paid too. Else the greatest shortage of any set of funds, with the
  /// first such set.
  std::optional<shortage> lacking(std::span<claim const> claims);
  /// What is owed already beyond what the funds hold.
  std::optional<shortage> overdrawn() const;
  /// The most that `fund` can pay of `of`, a line owed, so that everything else owed can still be paid.
  centimes payable(line const& of, std::size_t fund) const;

  std::span<centimes const> leftovers() const { return x_left; }
  std::uint64_t version() const { return x_version; }

private:
  std::vector<centimes> x_left;  ///< by set of funds: budgets inside less what is owed only inside
  std::uint64_t x_version = 1;
  least_leftover x_least;
};

}  // namespace dais::allocation
