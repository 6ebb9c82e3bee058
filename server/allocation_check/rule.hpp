#pragma once
// The rule in its declarative form: at every prefix of seats the best applicant who fits, by owed reserve, round,
// canonical rank and package. Whoever is better and does not fit was examined, and is out.

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/allocation_check/pool.hpp"

namespace dais::allocation_check {

/// Money that is not there, and the first set of funds from which it is missing.
struct shortage {
  std::int64_t amount = 0;
  fund_set tight = 0;
};

struct seat {
  std::size_t who = 0;  ///< index in pool.applicants
  std::size_t package = 0;
  std::string turn;
};

struct refusal {
  std::string reason;
  std::optional<shortage> money;  ///< of FUNDS
  std::size_t step = 0;           ///< seats granted before
  std::string turn;
};

struct outcome {
  std::optional<shortage> overcommitted;  ///< then nothing else is there
  std::vector<seat> seats;
  std::map<std::size_t, refusal> refused;
  std::optional<std::size_t> line;  ///< seats granted before the first refusal of a package for money
};

/// Who has a seat already, by index, and with which package.
using locked_seats = std::map<std::size_t, std::size_t>;

/// Runs the rule. `absent` take no part.
outcome run(pool const& all, locked_seats const& locked, std::set<std::size_t> const& absent);

/// Members of a reserve among the seats.
std::int64_t members(pool const& all, std::vector<seat> const& seats, std::size_t reserve);

/// In which order `who` would be examined if nobody were granted a seat any more.
std::vector<std::size_t> waiting_order(pool const& all, std::vector<seat> const& seats,
                                       std::vector<std::size_t> const& who);

}  // namespace dais::allocation_check
