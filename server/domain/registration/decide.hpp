#pragma once
// Rules of registration: a delegation is built, submitted, approved or returned.

#include "protocol/methods/registration.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

decision<protocol::registration::add_delegation> decide(meeting_state const&,
                                                        protocol::registration::add_delegation const&, context const&);
decision<protocol::registration::change_delegation> decide(meeting_state const&,
                                                           protocol::registration::change_delegation const&,
                                                           context const&);
decision<protocol::registration::add_member> decide(meeting_state const&, protocol::registration::add_member const&,
                                                    context const&);
decision<protocol::registration::change_member> decide(meeting_state const&,
                                                       protocol::registration::change_member const&, context const&);
decision<protocol::registration::remove_member> decide(meeting_state const&,
                                                       protocol::registration::remove_member const&, context const&);
decision<protocol::registration::submit> decide(meeting_state const&, protocol::registration::submit const&,
                                                context const&);
decision<protocol::registration::approve> decide(meeting_state const&, protocol::registration::approve const&,
                                                 context const&);
decision<protocol::registration::return_to_delegation> decide(meeting_state const&,
                                                              protocol::registration::return_to_delegation const&,
                                                              context const&);

}  // namespace dais::domain
