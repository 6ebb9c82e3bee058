#pragma once
// States of the topics "agenda" and "agenda.versions".

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/methods/agenda.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

enum class item_state { pending, open, suspended, closed };
BOOST_DESCRIBE_ENUM(item_state, pending, open, suspended, closed)

enum class agenda_change_kind { added, changed, moved, removed };
BOOST_DESCRIBE_ENUM(agenda_change_kind, added, changed, moved, removed)

namespace topics {

struct agenda_item {
  item_number number;
  localized_name title;
  std::optional<item_id> parent;
  item_state state = item_state::pending;
  std::optional<instant> opened;  ///< last
  std::optional<instant> closed;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(agenda_item, (), (number, title, parent, state, opened, closed, version))

struct agenda_session {
  localized_name title;
  instant starts;
  instant ends;
  std::vector<item_id> items;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(agenda_session, (), (title, starts, ends, items, version))

/// Topic "agenda": for everybody. `order` lists the items depth first; `version` counts the changes of the tree and of
/// the programme of work (not openings and closings), from 1.
struct agenda {
  std::map<item_id, agenda_item> items;
  std::vector<item_id> order;
  std::optional<item_id> current;
  std::map<session_id, agenda_session> sessions;
  std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(agenda, (), (items, order, current, sessions, version))

/// One change: of an item (`item` is its number) or of a session (`session` is its title). `before` and `after` are
/// what it was and is: number and title, or start and end.
struct agenda_change {
  agenda_change_kind kind = agenda_change_kind::added;
  std::optional<item_number> item;
  std::optional<session_id> session;
  std::optional<localized_name> before;
  std::optional<localized_name> after;
};
BOOST_DESCRIBE_STRUCT(agenda_change, (), (kind, item, session, before, after))

struct agenda_version {
  instant at;
  std::vector<agenda_change> changes;
};
BOOST_DESCRIBE_STRUCT(agenda_version, (), (at, changes))

/// Topic "agenda.versions": for everybody. Keyed by the version's number in decimal; the last 100 are kept here.
struct agenda_versions {
  std::map<std::string, agenda_version> versions;
};
BOOST_DESCRIBE_STRUCT(agenda_versions, (), (versions))

}  // namespace topics
}  // namespace dais::protocol
