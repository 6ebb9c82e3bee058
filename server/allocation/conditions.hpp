#pragma once

#include "server/allocation/input.hpp"

namespace dais::allocation {

/// Whether every test of `who` holds. An attribute that the applicant does not have satisfies no test.
bool holds(condition const& who, applicant const& of);

}  // namespace dais::allocation
