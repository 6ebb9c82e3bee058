#pragma once
// Where in a JSON text its values stand.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "protocol/errors.hpp"

namespace dais::protocol {

/// The line (from 1) on which each value begins, by its JSON Pointer (RFC 6901); a member begins at its key. "" is the
/// whole text. Refuses what `parse` refuses, except for its size.
result<std::map<std::string, std::int64_t>> lines_of(std::string_view json_text);

}  // namespace dais::protocol
