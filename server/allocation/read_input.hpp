#pragma once

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "server/allocation/input.hpp"

namespace dais::allocation {

/// Reads a `ccm-alloc/1` value strictly: what is missing, unknown, of another type, out of range or there twice is
/// refused, with its path and what to do; up to protocol::limits::problems of them at once. An accepted input can be
/// allocated without any sum leaving 64 bits.
protocol::result<input> read_input(protocol::json const& from);

}  // namespace dais::allocation
