#pragma once
// The registry's types, walked once and flattened, so that each document below is written from plain values.

#include <string>
#include <string_view>
#include <vector>

#include "protocol/codec.hpp"
#include "protocol/rpc.hpp"

namespace dais::protocol::schema {

/// A method with the names of its types in `contract::types`.
struct described_method {
  method_info info;
  std::string params;
  std::string answer;
};

/// A topic, or a family of them where the name ends in "/".
struct described_topic {
  std::string_view name;
  method_scope scope;
  std::string state;
};

/// What a server sends without being asked: "snapshot", "patch", "heartbeat".
struct described_notification {
  std::string_view name;
  std::string params;
};

struct contract {
  schema_definitions types;
  std::vector<described_method> methods;  ///< in the order of the registry
  std::vector<described_topic> topics;
  std::vector<described_notification> notifications;
};

/// Everything that the registry lists. Made at the first call.
contract const& whole_contract();

/// The members of a described struct, and all the types that it needs.
struct described_file {
  std::string name;
  schema_definitions types;
};

/// A meeting's file.
described_file meeting_file_types();

std::string_view name_of(method_kind kind);
std::string_view name_of(method_scope scope);

/// Whether the request must name a meeting, may name one, or may not.
enum class meeting_need { none, optional, required };
meeting_need needs_meeting(method_info const& info);

}  // namespace dais::protocol::schema
