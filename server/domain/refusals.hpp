#pragma once
// The refusals that all areas share, with their words.

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/errors.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// Everything that is wrong with one command, in the order in which it was found.
using problems = std::vector<protocol::problem>;

/// One step of a JSON Pointer, with ~ and / escaped (RFC 6901).
std::string step(std::string_view name);

/// The refusal for `found`, which holds at least one; at most limits::problems of them are told.
std::unexpected<protocol::rejection> refuse(problems found);

/// not_found: the field at `path` names a `thing` ("agenda item") that is not there.
protocol::problem no_such(std::string path, std::string_view thing, std::string_view name);
std::unexpected<protocol::rejection> refuse_unknown(std::string path, std::string_view thing, std::string_view name);

/// stale, at /version: the thing is at `current` now.
std::unexpected<protocol::rejection> refuse_stale(std::string_view thing, protocol::seq current);

/// too_large: there are `max` things already.
std::unexpected<protocol::rejection> refuse_full(std::string_view things, std::size_t max);

}  // namespace dais::domain
