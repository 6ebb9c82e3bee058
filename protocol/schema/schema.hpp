#pragma once
// The contract as documents for others, all derived from the described structs of protocol/registry.hpp.

#include <string>
#include <string_view>

#include "protocol/json.hpp"

namespace dais::protocol::schema {

/// JSON Schema (2020-12) of every message: `$defs` holds each type by its name; "x-methods" refers to the params and
/// the answer of each method, "x-topics" to the state of each topic (a family of topics ends in "/"), "x-notifications"
/// to the params of what a server sends by itself.
json messages_schema();

/// The OpenRPC 1.3 document of every method, with the envelope's `meeting` and `command_id` among the params. `version`
/// is that of the server.
json openrpc(std::string_view version);

/// JSON Schema of a meeting's file (protocol::meeting_file).
json meeting_file_schema();

/// TypeScript: one exported type for each type of `messages_schema`, and the interfaces `methods`, `topics` and
/// `notifications`, which map names to them.
std::string typescript();

}  // namespace dais::protocol::schema
