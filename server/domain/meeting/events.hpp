#pragma once
// Everything that can happen in a meeting. What is stored once is stored for ever: a field is never renamed, removed or
// given another meaning; a changed event gets the next `version` and a way to read the old ones.

#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <boost/describe/class.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/meeting_file.hpp"
#include "server/domain/agenda/events.hpp"
#include "server/domain/documents/events.hpp"
#include "server/domain/notices/events.hpp"
#include "server/domain/people/events.hpp"
#include "server/domain/registration/events.hpp"
#include "server/domain/sponsorship/events.hpp"

namespace dais::domain {

/// Always the first event of a meeting.
struct meeting_created {
  static constexpr std::string_view type = "meeting.created";
  static constexpr int version = 1;
  protocol::meeting_id meeting;
  protocol::meeting_details details;
};
BOOST_DESCRIBE_STRUCT(meeting_created, (), (meeting, details))

struct meeting_changed {
  static constexpr std::string_view type = "meeting.changed";
  static constexpr int version = 1;
  protocol::meeting_details details;
};
BOOST_DESCRIBE_STRUCT(meeting_changed, (), (details))

using meeting_events =
    boost::mp11::mp_append<boost::mp11::mp_list<meeting_created, meeting_changed>, agenda_events, documents_events,
                           registration_events, sponsorship_events, notices_events, people_events>;
using any_meeting_event = boost::mp11::mp_rename<meeting_events, std::variant>;

/// One of them. A class of its own, so that how one is copied, moved and destroyed is compiled once and not wherever
/// events are decided.
struct meeting_event : any_meeting_event {
  using alternatives = meeting_events;

  template <class Event>
    requires boost::mp11::mp_contains<meeting_events, std::remove_cvref_t<Event>>::value
  meeting_event(Event&& event)
      : any_meeting_event(std::in_place_type<std::remove_cvref_t<Event>>, std::forward<Event>(event)) {}
  meeting_event(meeting_event const&);
  meeting_event(meeting_event&&) noexcept;
  meeting_event& operator=(meeting_event const&);
  meeting_event& operator=(meeting_event&&) noexcept;
  ~meeting_event();
};

}  // namespace dais::domain
