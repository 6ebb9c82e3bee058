#include "server/views/agenda.hpp"

namespace dais::views {

protocol::topics::meeting meeting_view(domain::meeting_state const& state) { return {state.id, state.details}; }

protocol::topics::agenda agenda_view(domain::meeting_state const& state) {
  auto const& agenda = state.agenda;
  return {agenda.items, agenda.order, agenda.current, agenda.sessions, agenda.version()};
}

protocol::topics::agenda_versions agenda_versions_view(domain::meeting_state const& state) {
  protocol::topics::agenda_versions shown;
  for (auto const& each : state.agenda.versions) shown.versions[std::to_string(each.number)] = {each.at, each.changes};
  return shown;
}

}  // namespace dais::views
