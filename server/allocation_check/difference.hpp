#pragma once

#include <vector>

#include "server/allocation_check/check.hpp"

namespace dais::allocation_check {

/// Where `is` differs from `right`: what is missing, what is too much, what has another value or type.
std::vector<finding> difference(json const& right, json const& is);

}  // namespace dais::allocation_check
