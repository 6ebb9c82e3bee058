// Adding, changing and taking out sessions of the programme of work.

#include <chrono>

#include "server/domain/agenda/decide.hpp"
#include "server/domain/agenda/sessions.hpp"
#include "server/domain/agenda/tree.hpp"
#include "server/domain/limits.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;

problems check(meeting_state const& state, protocol::session_details const& details) {
  problems found;
  check_times(details.starts, details.ends, state.details, "/details", found);
  check_items(state.agenda, details.items.items, "/details/items", found);
  return found;
}

auto unknown_session(protocol::session_id const& session) {
  return refuse_unknown("/session", "session", session.value);
}

}  // namespace

void check_times(protocol::instant starts, protocol::instant ends, protocol::meeting_details const& meeting,
                 std::string const& path, problems& found) {
  using namespace std::chrono;
  if (ends <= starts)
    found.push_back({error_code::out_of_range,
                     path + "/ends",
                     "The session ends before it starts; give an end after the start.",
                     {}});
  else if (ends - starts > hours(24))
    found.push_back({error_code::out_of_range,
                     path + "/ends",
                     "The session lasts longer than a day; give each day a session of its own.",
                     {}});
  if (!meeting.opens.ok() || !meeting.closes.ok()) return;
  if (starts < sys_days(meeting.opens) - days(366) || starts > sys_days(meeting.closes) + days(366))
    found.push_back({error_code::out_of_range,
                     path + "/starts",
                     "The session lies more than a year from the meeting; check its date.",
                     {{"opens", protocol::to_string(meeting.opens)}, {"closes", protocol::to_string(meeting.closes)}}});
}

decision<protocol::programme::add> decide(meeting_state const& state, protocol::programme::add const& command,
                                          context const& with) {
  if (state.agenda.sessions.size() >= most::sessions) return refuse_full("sessions", most::sessions);
  if (auto found = check(state, command.details); !found.empty()) return refuse(std::move(found));
  protocol::session_id const session{with.fresh()};
  return decided<meeting_event, protocol::programme::session_added>{{session_added{session, command.details}},
                                                                    {session}};
}

decision<protocol::programme::change> decide(meeting_state const& state, protocol::programme::change const& command,
                                             context const&) {
  auto const found = state.agenda.sessions.find(command.session);
  if (found == state.agenda.sessions.end()) return unknown_session(command.session);
  auto const& session = found->second;
  if (session.version != command.version) return refuse_stale("session", session.version);
  if (auto wrong = check(state, command.details); !wrong.empty()) return refuse(std::move(wrong));
  if (command.details == protocol::session_details{session.title, session.starts, session.ends, {session.items}})
    return accepted{};
  return accepted{{session_changed{command.session, command.details}}, {}};
}

decision<protocol::programme::remove> decide(meeting_state const& state, protocol::programme::remove const& command,
                                             context const&) {
  auto const found = state.agenda.sessions.find(command.session);
  if (found == state.agenda.sessions.end()) return unknown_session(command.session);
  if (found->second.version != command.version) return refuse_stale("session", found->second.version);
  return accepted{{session_removed{command.session}}, {}};
}

}  // namespace dais::domain
