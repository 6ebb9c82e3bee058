#pragma once
// What can happen to delegations and their members.

#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/registration.hpp"
#include "server/domain/personal.hpp"

namespace dais::domain {

struct delegation_added {
  static constexpr std::string_view type = "registration.delegation_added";
  static constexpr int version = 1;
  protocol::delegation_details details;
};
BOOST_DESCRIBE_STRUCT(delegation_added, (), (details))

struct delegation_changed {
  static constexpr std::string_view type = "registration.delegation_changed";
  static constexpr int version = 1;
  protocol::delegation_details details;
};
BOOST_DESCRIBE_STRUCT(delegation_changed, (), (details))

/// `category` stands beside the personal data, so that the delegation keeps its shape when the person is forgotten.
struct member_added {
  static constexpr std::string_view type = "registration.member_added";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
  protocol::member_id member;
  protocol::member_category category = protocol::member_category::adviser;
  personal<protocol::member_details> details;
};
BOOST_DESCRIBE_STRUCT(member_added, (), (delegation, member, category, details))

/// The entry waits for approval; a member who was leaving stays.
struct member_changed {
  static constexpr std::string_view type = "registration.member_changed";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
  protocol::member_id member;
  protocol::member_category category = protocol::member_category::adviser;
  personal<protocol::member_details> details;
};
BOOST_DESCRIBE_STRUCT(member_changed, (), (delegation, member, category, details))

/// The member is again as approved: nothing of it waits any more.
struct member_restored {
  static constexpr std::string_view type = "registration.member_restored";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
  protocol::member_id member;
};
BOOST_DESCRIBE_STRUCT(member_restored, (), (delegation, member))

/// A member who was never approved is taken out.
struct member_removed {
  static constexpr std::string_view type = "registration.member_removed";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
  protocol::member_id member;
};
BOOST_DESCRIBE_STRUCT(member_removed, (), (delegation, member))

/// The removal of an approved member waits for approval.
struct member_leaving {
  static constexpr std::string_view type = "registration.member_leaving";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
  protocol::member_id member;
};
BOOST_DESCRIBE_STRUCT(member_leaving, (), (delegation, member))

struct delegation_submitted {
  static constexpr std::string_view type = "registration.submitted";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
};
BOOST_DESCRIBE_STRUCT(delegation_submitted, (), (delegation))

/// The delegation changed something while it was waiting for approval, and has to submit again.
struct submission_withdrawn {
  static constexpr std::string_view type = "registration.submission_withdrawn";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
};
BOOST_DESCRIBE_STRUCT(submission_withdrawn, (), (delegation))

/// Drafts become the approved entries, and those who were leaving are gone.
struct delegation_approved {
  static constexpr std::string_view type = "registration.approved";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
};
BOOST_DESCRIBE_STRUCT(delegation_approved, (), (delegation))

struct delegation_returned {
  static constexpr std::string_view type = "registration.returned";
  static constexpr int version = 1;
  protocol::delegation_id delegation;
  protocol::reason_text reason;
};
BOOST_DESCRIBE_STRUCT(delegation_returned, (), (delegation, reason))

using registration_events = boost::mp11::mp_list<delegation_added, delegation_changed, member_added, member_changed,
                                                 member_restored, member_removed, member_leaving, delegation_submitted,
                                                 submission_withdrawn, delegation_approved, delegation_returned>;

}  // namespace dais::domain
