#pragma once
// What becomes of a delegation when its members change: shared by commands and by the import of a file.

#include <vector>

#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

/// Whether it is the secretariat that acts, in this meeting. What it changes itself needs no new submission.
bool by_secretariat(meeting_state const& state, context const& with);

/// Events of a member's new entry: none where it is so already, `member_restored` where it is as approved.
std::vector<meeting_event> change_entry(protocol::delegation_id const& delegation, protocol::member_id const& id,
                                        member const& now, protocol::member_details const& details);

/// Takes back a submission that waits for approval, because the delegation is about to change.
void take_back_submission(meeting_state const& state, protocol::delegation_id const& delegation, context const& with,
                          std::vector<meeting_event>& events);

/// Takes back the application for a member who goes.
void take_back_application(meeting_state const& state, protocol::member_id const& member,
                           std::vector<meeting_event>& events);

}  // namespace dais::domain
