#pragma once
// The whole engine in three calls. What has to be fast (a slider that moves) keeps a pool, changes it, and calls draft.

#include "protocol/errors.hpp"
#include "protocol/json.hpp"

namespace dais::allocation {

/// The result (`ccm-alloc-result/1`) of an input (`ccm-alloc/1`), or what is wrong with the input. Equal inputs have
/// equal results, byte for byte when written canonically, whatever the order of the applicants. `explained` adds
/// "explanations", for which the rule is run hundreds of times.
protocol::result<protocol::json> allocate(protocol::json const& input, bool explained = false);

}  // namespace dais::allocation
