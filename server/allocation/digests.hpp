#pragma once
// Names for contents: SHA-256 over canonical JSON.

#include <string_view>

#include "protocol/hash256.hpp"
#include "protocol/json.hpp"

namespace dais::allocation {

protocol::hash256 sha256(std::string_view bytes);

/// Of an input that read_input accepted, with its applicants in the order of their ids: the same whatever their order
/// in the file. The order of the funds counts, because the rule looks at sets of funds in that order.
protocol::hash256 input_digest(protocol::json const& input);

/// Of the member "policy" of such an input.
protocol::hash256 policy_digest(protocol::json const& input);

}  // namespace dais::allocation
