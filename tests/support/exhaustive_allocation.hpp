#pragma once
// The allocation rule by trying everything: small, slow, and nothing of the engine's or the checker's. For inputs of
// ccm-alloc/1 that are known to be good.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace dais::support {

struct allocated_seat {
  std::string id, package;
  auto operator<=>(allocated_seat const&) const = default;
};

/// The seats in order, those notified first, of the feasible set with the lexicographically best draft sequence: every
/// set of (applicant, package) is looked at whose money works out in every set of funds. Nothing where the notified
/// seats alone exceed the money. Meant for up to 12 applicants with one package each, or fewer with more.
///
/// A set is inadmissible under `exhausted` when its draft passes an open turn while money is held: when somebody who is
/// not yet examined, and whose turn would be open, stands before the pair that the draft takes, or is it.
std::optional<std::vector<allocated_seat>> exhaustive_allocation(nlohmann::json const& input);

/// Money missing for a package on top of some seats, over all sets of funds.
struct missing_money {
  std::int64_t amount = 0;
  std::vector<std::string> tight;
  bool operator==(missing_money const&) const = default;
};

/// The greatest shortage over the sets that have a line of the package inside, and the first that reaches it; of the
/// seats alone where `extra` is nothing. Nothing where no money is missing.
std::optional<missing_money> money_missing(nlohmann::json const& input, std::vector<allocated_seat> const& seats,
                                           std::optional<allocated_seat> const& extra);

/// The ledger as the specification words it: each payment is found by halving, with every set of funds tested.
nlohmann::json exhaustive_ledger(nlohmann::json const& input, std::vector<allocated_seat> const& seats);

}  // namespace dais::support
