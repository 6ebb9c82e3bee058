#pragma once
// Rules of accounts and their roles.

#include "protocol/errors.hpp"
#include "protocol/methods/people.hpp"
#include "server/domain/context.hpp"
#include "server/domain/organization/events.hpp"
#include "server/domain/organization/state.hpp"

namespace dais::domain {

/// Given by the server itself after an import, so that the organization knows the meeting.
struct register_meeting {
  using answer = protocol::done;
  protocol::meeting_id id;
  protocol::topics::meeting_summary summary;
};

template <class Command>
using organization_decision = protocol::result<decided<organization_event, typename Command::answer>>;

organization_decision<protocol::accounts::add> decide(organization_state const&, protocol::accounts::add const&,
                                                      context const&);
organization_decision<protocol::accounts::change> decide(organization_state const&, protocol::accounts::change const&,
                                                         context const&);
organization_decision<protocol::accounts::close> decide(organization_state const&, protocol::accounts::close const&,
                                                        context const&);
organization_decision<protocol::people::forget_account> decide(organization_state const&,
                                                               protocol::people::forget_account const&, context const&);
organization_decision<register_meeting> decide(organization_state const&, register_meeting const&, context const&);

}  // namespace dais::domain
