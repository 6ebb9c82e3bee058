#pragma once
// Making or changing a meeting from a file: what would happen, and doing it.

#include <cstdint>
#include <map>
#include <string>

#include "protocol/methods/meeting.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

/// A meeting's file, read. `lines` gives the line (from 1) on which the value at a JSON Pointer begins; `file_sha256`
/// is the hash of its bytes; `digest` is the one that a preview answered, empty for a preview.
struct import_meeting {
  using answer = protocol::meeting::imported;
  protocol::meeting_file file;
  std::map<std::string, std::int64_t> lines;
  std::string file_sha256;
  std::string digest;
};

/// What importing the file into `state` would do. `state` is null where there is no such meeting yet.
protocol::meeting::plan plan_import(meeting_state const* state, import_meeting const& command);

/// Refused as a whole where any part of the file is refused (paths are pointers into the file, `values` hold the line),
/// and `stale` where the digest is not that of this file against this state.
decision<import_meeting> decide(meeting_state const& state, import_meeting const& command, context const& with);

}  // namespace dais::domain
