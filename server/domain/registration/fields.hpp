#pragma once
// The meeting's own questions about each member.

#include <string>

#include "protocol/meeting_file.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// Says which answers are to no question of the meeting, or are not among those that the question allows. An empty
/// answer is none. `path` is that of the answers.
void check_answers(protocol::member_details const& details, protocol::meeting_details const& meeting,
                   std::string const& path, problems& found);

/// Whether `field` has an answer.
bool answered(protocol::member_details const& details, protocol::field_id const& field);

}  // namespace dais::domain
