#pragma once
// The meeting's categories of participants.

#include <string>

#include "protocol/meeting_file.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// unknown_value unless `category` is one of the meeting's categories.
void check_category(protocol::meeting_details const& meeting, protocol::category_id const& category,
                    std::string const& path, problems& found);

}  // namespace dais::domain
