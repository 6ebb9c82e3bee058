#include "server/domain/meeting/apply.hpp"

#include <type_traits>

#include "server/domain/agenda/apply.hpp"
#include "server/domain/documents/apply.hpp"
#include "server/domain/notices/apply.hpp"
#include "server/domain/people/apply.hpp"
#include "server/domain/registration/apply.hpp"
#include "server/domain/sponsorship/apply.hpp"

namespace dais::domain {
namespace {

void apply(meeting_state& state, meeting_created const& event, position const&) {
  state.id = event.meeting;
  state.details = event.details;
}

void apply(meeting_state& state, meeting_changed const& event, position const&) { state.details = event.details; }

/// The part of the meeting that an event is about.
template <class Event>
auto& area_of(meeting_state& state) {
  using boost::mp11::mp_contains;
  if constexpr (mp_contains<agenda_events, Event>::value)
    return state.agenda;
  else if constexpr (mp_contains<documents_events, Event>::value)
    return state.documents;
  else if constexpr (mp_contains<registration_events, Event>::value)
    return state.registration;
  else if constexpr (mp_contains<sponsorship_events, Event>::value)
    return state.sponsorship;
  else if constexpr (mp_contains<notices_events, Event>::value)
    return state.notices;
  else
    return state;
}

}  // namespace

void apply(meeting_state& state, meeting_event const& event, position const& at) {
  std::visit([&](auto const& each) { apply(area_of<std::remove_cvref_t<decltype(each)>>(state), each, at); }, event);
  state.seq = at.at;
}

}  // namespace dais::domain
