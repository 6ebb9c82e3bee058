#pragma once
// JSON Merge Patch (RFC 7396).

#include "protocol/json.hpp"

namespace dais::protocol {

/// The patch that turns `from` into `to`: absent where they are equal. Neither may hold a null inside an object (a
/// patch cannot say "set to null"); states of topics never do.
json merge_diff(json const& from, json const& to);

/// Applies `patch` to `target` in place.
void merge_apply(json& target, json const& patch);

}  // namespace dais::protocol
