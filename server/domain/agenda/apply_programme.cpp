#include "server/domain/agenda/apply.hpp"
#include "server/domain/agenda/history.hpp"

namespace dais::domain {
namespace {

using protocol::agenda_change_kind;

protocol::topics::agenda_session as_session(protocol::session_details const& details, position const& at) {
  return {details.title, details.starts, details.ends, details.items.items, at.at};
}

}  // namespace

void apply(agenda_state& agenda, session_added const& event, position const& at) {
  auto& session = agenda.sessions[event.session] = as_session(event.details, at);
  remember(agenda, {agenda_change_kind::added, std::nullopt, event.session, std::nullopt, label(session)}, at);
}

void apply(agenda_state& agenda, session_changed const& event, position const& at) {
  auto& session = agenda.sessions.at(event.session);
  auto const before = label(session);
  session = as_session(event.details, at);
  remember(agenda, {agenda_change_kind::changed, std::nullopt, event.session, before, label(session)}, at);
}

void apply(agenda_state& agenda, session_removed const& event, position const& at) {
  auto const found = agenda.sessions.find(event.session);
  remember(agenda, {agenda_change_kind::removed, std::nullopt, event.session, label(found->second), std::nullopt}, at);
  agenda.sessions.erase(found);
}

}  // namespace dais::domain
