#pragma once
// JSON texts in and out: parsed within limits, written canonically.

#include <cstddef>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "protocol/errors.hpp"

namespace dais::protocol {

using json = nlohmann::json;

/// Parses one JSON text of at most `max_bytes`: valid UTF-8, no deeper than limits::depth, no key twice in an object,
/// no integer beyond 64 bits.
result<json> parse(std::string_view text, std::size_t max_bytes);

/// The one spelling of a value: keys sorted by bytes, no spaces. Its hash is comparable between machines.
std::string canonical(json const& value);

}  // namespace dais::protocol
