#pragma once
// Finding the application that a command names.

#include "protocol/errors.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::domain {

using found_application = protocol::result<application const*>;

/// not_found, at /application, where there is none.
found_application find_application(meeting_state const& state, protocol::application_id const& id);

/// Of a delegation's own applications; those of others are not there for it. Also not_found at /delegation.
found_application find_application(meeting_state const& state, protocol::delegation_id const& delegation,
                                   protocol::application_id const& id);

/// The same, where it was not withdrawn: not_now otherwise.
found_application find_standing(meeting_state const& state, protocol::delegation_id const& delegation,
                                protocol::application_id const& id);

std::unexpected<protocol::rejection> refuse_withdrawn();
/// not_now: an answer was notified.
std::unexpected<protocol::rejection> refuse_decided();

}  // namespace dais::domain
