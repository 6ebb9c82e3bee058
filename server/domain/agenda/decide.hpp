#pragma once
// Rules of the agenda and of the programme of work.

#include "protocol/methods/agenda.hpp"
#include "server/domain/meeting/decision.hpp"

namespace dais::domain {

decision<protocol::agenda::open> decide(meeting_state const&, protocol::agenda::open const&, context const&);
decision<protocol::agenda::suspend> decide(meeting_state const&, protocol::agenda::suspend const&, context const&);
decision<protocol::agenda::close> decide(meeting_state const&, protocol::agenda::close const&, context const&);
decision<protocol::agenda::add> decide(meeting_state const&, protocol::agenda::add const&, context const&);
decision<protocol::agenda::change> decide(meeting_state const&, protocol::agenda::change const&, context const&);
decision<protocol::agenda::move> decide(meeting_state const&, protocol::agenda::move const&, context const&);
decision<protocol::agenda::remove> decide(meeting_state const&, protocol::agenda::remove const&, context const&);
decision<protocol::programme::add> decide(meeting_state const&, protocol::programme::add const&, context const&);
decision<protocol::programme::change> decide(meeting_state const&, protocol::programme::change const&, context const&);
decision<protocol::programme::remove> decide(meeting_state const&, protocol::programme::remove const&, context const&);

}  // namespace dais::domain
