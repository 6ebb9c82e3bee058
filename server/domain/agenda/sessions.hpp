#pragma once
// What holds for every session of the programme of work.

#include <string>

#include "protocol/meeting_file.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// A session ends after it starts, lasts at most a day, and lies within a year of the meeting. `path` is that of the
/// object that holds starts and ends.
void check_times(protocol::instant starts, protocol::instant ends, protocol::meeting_details const& meeting,
                 std::string const& path, problems& found);

}  // namespace dais::domain
