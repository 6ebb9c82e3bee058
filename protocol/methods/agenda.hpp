#pragma once
// The agenda's tree of items, the programme of work, and what is being discussed now.

#include <optional>
#include <string>

#include <boost/describe/class.hpp>

#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// An item's number as it is printed: "10", "10(i)".
using item_number = text<1, 20>;

namespace agenda {

/// Makes an item the current one. The item that was current is suspended, unless it is above the new one in the tree.
struct open {
  static constexpr method_info info{"agenda.open", method_kind::command, method_scope::meeting,
                                    "Open an item, or open it again."};
  using answer = done;
  item_id item;
};
BOOST_DESCRIBE_STRUCT(open, (), (item))

struct suspend {
  static constexpr method_info info{"agenda.suspend", method_kind::command, method_scope::meeting,
                                    "Suspend an open item."};
  using answer = done;
  item_id item;
};
BOOST_DESCRIBE_STRUCT(suspend, (), (item))

/// Items below it that are open or suspended are closed with it.
struct close {
  static constexpr method_info info{"agenda.close", method_kind::command, method_scope::meeting, "Close an item."};
  using answer = done;
  item_id item;
};
BOOST_DESCRIBE_STRUCT(close, (), (item))

struct item_added {
  item_id item;
};
BOOST_DESCRIBE_STRUCT(item_added, (), (item))

/// Placed below `parent` (at the top where absent), after `after` (first where absent).
struct add {
  static constexpr method_info info{"agenda.add", method_kind::command, method_scope::meeting, "Add an item."};
  using answer = item_added;
  item_number number;
  localized_name title;
  std::optional<item_id> parent;
  std::optional<item_id> after;
};
BOOST_DESCRIBE_STRUCT(add, (), (number, title, parent, after))

struct change {
  static constexpr method_info info{"agenda.change", method_kind::command, method_scope::meeting,
                                    "Change an item's number or title."};
  using answer = done;
  item_id item;
  seq version = 0;
  item_number number;
  localized_name title;
};
BOOST_DESCRIBE_STRUCT(change, (), (item, version, number, title))

struct move {
  static constexpr method_info info{"agenda.move", method_kind::command, method_scope::meeting,
                                    "Move an item with all below it."};
  using answer = done;
  item_id item;
  seq version = 0;
  std::optional<item_id> parent;
  std::optional<item_id> after;
};
BOOST_DESCRIBE_STRUCT(move, (), (item, version, parent, after))

/// Refused for an item that was ever opened, or that has items below it.
struct remove {
  static constexpr method_info info{"agenda.remove", method_kind::command, method_scope::meeting,
                                    "Take out an item that was never opened."};
  using answer = done;
  item_id item;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(remove, (), (item, version))

}  // namespace agenda

/// One session of the programme of work.
struct session_details {
  localized_name title;
  instant starts;
  instant ends;
  list<item_id, 64> items;
  bool operator==(session_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(session_details, (), (title, starts, ends, items))

namespace programme {

struct session_added {
  session_id session;
};
BOOST_DESCRIBE_STRUCT(session_added, (), (session))

struct add {
  static constexpr method_info info{"programme.add", method_kind::command, method_scope::meeting,
                                    "Add a session to the programme of work."};
  using answer = session_added;
  session_details details;
};
BOOST_DESCRIBE_STRUCT(add, (), (details))

struct change {
  static constexpr method_info info{"programme.change", method_kind::command, method_scope::meeting,
                                    "Change a session."};
  using answer = done;
  session_id session;
  seq version = 0;
  session_details details;
};
BOOST_DESCRIBE_STRUCT(change, (), (session, version, details))

struct remove {
  static constexpr method_info info{"programme.remove", method_kind::command, method_scope::meeting,
                                    "Take a session out of the programme of work."};
  using answer = done;
  session_id session;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(remove, (), (session, version))

}  // namespace programme
}  // namespace dais::protocol
