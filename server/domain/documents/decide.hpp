#pragma once
// Rules of documents: draft, publish, revise, withdraw.

#include "protocol/methods/documents.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

decision<protocol::documents::create> decide(meeting_state const&, protocol::documents::create const&, context const&);
decision<protocol::documents::change> decide(meeting_state const&, protocol::documents::change const&, context const&);
decision<protocol::documents::attach> decide(meeting_state const&, protocol::documents::attach const&, context const&);
decision<protocol::documents::detach> decide(meeting_state const&, protocol::documents::detach const&, context const&);
decision<protocol::documents::publish> decide(meeting_state const&, protocol::documents::publish const&,
                                              context const&);
decision<protocol::documents::withdraw> decide(meeting_state const&, protocol::documents::withdraw const&,
                                               context const&);
decision<protocol::documents::revise> decide(meeting_state const&, protocol::documents::revise const&, context const&);

}  // namespace dais::domain
