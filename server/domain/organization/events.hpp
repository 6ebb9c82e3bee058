#pragma once
// Everything that can happen in the organization.

#include <string_view>
#include <variant>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/people.hpp"
#include "protocol/topics/meeting.hpp"
#include "server/domain/personal.hpp"

namespace dais::domain {

struct account_added {
  static constexpr std::string_view type = "accounts.added";
  static constexpr int version = 1;
  protocol::account_id account;
  personal<protocol::account_details> details;
  std::vector<protocol::role_grant> roles;
};
BOOST_DESCRIBE_STRUCT(account_added, (), (account, details, roles))

struct account_details_changed {
  static constexpr std::string_view type = "accounts.details_changed";
  static constexpr int version = 1;
  protocol::account_id account;
  personal<protocol::account_details> details;
};
BOOST_DESCRIBE_STRUCT(account_details_changed, (), (account, details))

struct account_roles_changed {
  static constexpr std::string_view type = "accounts.roles_changed";
  static constexpr int version = 1;
  protocol::account_id account;
  std::vector<protocol::role_grant> roles;
};
BOOST_DESCRIBE_STRUCT(account_roles_changed, (), (account, roles))

struct account_closed {
  static constexpr std::string_view type = "accounts.closed";
  static constexpr int version = 1;
  protocol::account_id account;
};
BOOST_DESCRIBE_STRUCT(account_closed, (), (account))

/// The account's personal data is gone, and it is closed; the key is to be destroyed when this is in the journal.
struct account_forgotten {
  static constexpr std::string_view type = "accounts.forgotten";
  static constexpr int version = 1;
  protocol::person_id person;
  protocol::account_id account;
};
BOOST_DESCRIBE_STRUCT(account_forgotten, (), (person, account))

/// A meeting is there, or is described anew.
struct meeting_registered {
  static constexpr std::string_view type = "meetings.registered";
  static constexpr int version = 1;
  protocol::meeting_id meeting;
  protocol::topics::meeting_summary summary;
};
BOOST_DESCRIBE_STRUCT(meeting_registered, (), (meeting, summary))

using organization_events = boost::mp11::mp_list<account_added, account_details_changed, account_roles_changed,
                                                 account_closed, account_forgotten, meeting_registered>;
using organization_event = boost::mp11::mp_rename<organization_events, std::variant>;

}  // namespace dais::domain
