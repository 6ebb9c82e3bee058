#pragma once
// What can happen to the agenda and the programme of work.

#include <optional>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/agenda.hpp"

namespace dais::domain {

/// Placed below `parent` (at the top where absent), after `after` (first where absent).
struct item_added {
  static constexpr std::string_view type = "agenda.item_added";
  static constexpr int version = 1;
  protocol::item_id item;
  protocol::item_number number;
  protocol::localized_name title;
  std::optional<protocol::item_id> parent;
  std::optional<protocol::item_id> after;
};
BOOST_DESCRIBE_STRUCT(item_added, (), (item, number, title, parent, after))

struct item_changed {
  static constexpr std::string_view type = "agenda.item_changed";
  static constexpr int version = 1;
  protocol::item_id item;
  protocol::item_number number;
  protocol::localized_name title;
};
BOOST_DESCRIBE_STRUCT(item_changed, (), (item, number, title))

/// With all below it.
struct item_moved {
  static constexpr std::string_view type = "agenda.item_moved";
  static constexpr int version = 1;
  protocol::item_id item;
  std::optional<protocol::item_id> parent;
  std::optional<protocol::item_id> after;
};
BOOST_DESCRIBE_STRUCT(item_moved, (), (item, parent, after))

struct item_removed {
  static constexpr std::string_view type = "agenda.item_removed";
  static constexpr int version = 1;
  protocol::item_id item;
};
BOOST_DESCRIBE_STRUCT(item_removed, (), (item))

/// It is the current item from now on.
struct item_opened {
  static constexpr std::string_view type = "agenda.item_opened";
  static constexpr int version = 1;
  protocol::item_id item;
};
BOOST_DESCRIBE_STRUCT(item_opened, (), (item))

/// Where it was current, the nearest open item above it is current again.
struct item_suspended {
  static constexpr std::string_view type = "agenda.item_suspended";
  static constexpr int version = 1;
  protocol::item_id item;
};
BOOST_DESCRIBE_STRUCT(item_suspended, (), (item))

/// Where it was current, the nearest open item above it is current again.
struct item_closed {
  static constexpr std::string_view type = "agenda.item_closed";
  static constexpr int version = 1;
  protocol::item_id item;
};
BOOST_DESCRIBE_STRUCT(item_closed, (), (item))

struct session_added {
  static constexpr std::string_view type = "programme.session_added";
  static constexpr int version = 1;
  protocol::session_id session;
  protocol::session_details details;
};
BOOST_DESCRIBE_STRUCT(session_added, (), (session, details))

struct session_changed {
  static constexpr std::string_view type = "programme.session_changed";
  static constexpr int version = 1;
  protocol::session_id session;
  protocol::session_details details;
};
BOOST_DESCRIBE_STRUCT(session_changed, (), (session, details))

struct session_removed {
  static constexpr std::string_view type = "programme.session_removed";
  static constexpr int version = 1;
  protocol::session_id session;
};
BOOST_DESCRIBE_STRUCT(session_removed, (), (session))

using agenda_events =
    boost::mp11::mp_list<item_added, item_changed, item_moved, item_removed, item_opened, item_suspended, item_closed,
                         session_added, session_changed, session_removed>;

}  // namespace dais::domain
