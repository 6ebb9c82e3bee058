#pragma once
// Who pays what: the ledger that the rule prescribes, and whether any ledger pays the seats that are granted.

#include <cstdint>
#include <string>
#include <vector>

#include "server/allocation_check/rule.hpp"

namespace dais::allocation_check {

struct ledger_entry {
  std::size_t who = 0;   ///< index in pool.applicants
  std::size_t fund = 0;  ///< index in pool.funds
  std::int64_t amount = 0;
};

/// Seat by seat and line by line, the most restricted fund first, each as much as leaves all others payable.
std::vector<ledger_entry> prescribed_ledger(pool const& all, std::vector<seat> const& seats);

/// Reads the result's own seats and ledger: every line of every seat is paid exactly, in order, by funds that may pay
/// it, and no fund pays more than it has. Says nothing about what is not of the right form.
std::vector<finding> audit(pool const& all, json const& result);

}  // namespace dais::allocation_check
