#pragma once
// Rules of applications for sponsorship, and of funds.

#include "protocol/methods/sponsorship.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

decision<protocol::sponsorship::apply> decide(meeting_state const&, protocol::sponsorship::apply const&,
                                              context const&);
decision<protocol::sponsorship::change> decide(meeting_state const&, protocol::sponsorship::change const&,
                                               context const&);
decision<protocol::sponsorship::withdraw> decide(meeting_state const&, protocol::sponsorship::withdraw const&,
                                                 context const&);
decision<protocol::sponsorship::set_costs> decide(meeting_state const&, protocol::sponsorship::set_costs const&,
                                                  context const&);
decision<protocol::sponsorship::put_fund> decide(meeting_state const&, protocol::sponsorship::put_fund const&,
                                                 context const&);
decision<protocol::sponsorship::remove_fund> decide(meeting_state const&, protocol::sponsorship::remove_fund const&,
                                                    context const&);

}  // namespace dais::domain
