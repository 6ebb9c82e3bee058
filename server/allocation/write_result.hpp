#pragma once
// What an allocation came to, as `ccm-alloc-result/1` says it.

#include <string_view>
#include <vector>

#include "protocol/json.hpp"
#include "server/allocation/draft.hpp"
#include "server/allocation/explain.hpp"
#include "server/allocation/ledger.hpp"
#include "server/allocation/outlook.hpp"

namespace dais::allocation {

/// Of this rule. Changes with whatever can change a result.
inline constexpr std::string_view engine = "rt-1.0";

/// The parts that follow from the input alone, without its digests: granted, refused, gated, ledger, shares, line, and
/// `overcommitted` (`short`, `tight`) where the locked seats cost more than the funds hold; nothing is granted then.
protocol::json write_decision(input const& from, pool const& ready, outcome const& of,
                              std::vector<payment> const& ledger);

/// "waiting" and "if_cancels", added to a decision.
void add_outlook(protocol::json& into, input const& from, pool const& ready, std::vector<std::size_t> const& waiting,
                 std::vector<cancellation> const& cancelled);

/// By id of the refused: `cost`, for those refused for money, else null: the `package` that lacks least, how much it is
/// `short`, and `cuts`, one way to spread that over its items, each named by the funds that may pay it. `top_up`: by
/// fund, what to add to its `amount` in the input, null where no amount would do. `points`: what to add, or null.
protocol::json write_explanations(input const& from, pool const& ready, outcome const& of,
                                  std::vector<explanation> const& why);

}  // namespace dais::allocation
