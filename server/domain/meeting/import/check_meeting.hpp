#pragma once
// What holds for the details of every meeting.

#include "protocol/meeting_file.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// Dates, languages, currency, symbol grammar, and that no id is given twice; paths are below "/meeting".
problems check_meeting(protocol::meeting_details const& meeting);

}  // namespace dais::domain
