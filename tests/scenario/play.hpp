#pragma once
// Plays a scenario.

#include <string>

#include "tests/scenario/script.hpp"

namespace dais::scenario {

/// What is wrong with the first step that does not hold, with file and line; empty where all hold.
std::string play(script const& of);

}  // namespace dais::scenario
