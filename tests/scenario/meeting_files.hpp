#pragma once
// The meetings' files that scenarios import.

#include "protocol/json.hpp"
#include "server/domain/meeting/plan.hpp"

namespace dais::scenario {

/// {"file": name below meetings/, "change"?: JSON Patch, "digest"?} as the command that the server would make of it.
protocol::result<domain::import_meeting> read_import(protocol::json const& params);

}  // namespace dais::scenario
