#pragma once
// Delegations and their members.

#include <map>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// The place of a member in the delegation. A delegation has exactly one head when it is submitted.
enum class member_category { head, alternate, adviser };
BOOST_DESCRIBE_ENUM(member_category, head, alternate, adviser)
enum class gender { female, male, other, undisclosed };
BOOST_DESCRIBE_ENUM(gender, female, male, other, undisclosed)

/// Everything about a member; personal data as a whole. Participants see name, title, function and category once it is
/// approved; the rest only the delegation's focal point and the secretariat.
struct member_details {
  name_text name;                       ///< in the original script
  std::optional<name_text> name_latin;  ///< in Latin letters, where the original script is another
  short_text title;                     ///< "H.E. Ms", "Dr"
  short_text function;                  ///< "Ambassador, Permanent Representative"
  member_category category = member_category::adviser;
  protocol::gender gender = protocol::gender::undisclosed;
  std::optional<protocol::email> email;
  protocol::language language;               ///< in which the person wants to be written to
  std::optional<text<1, 1000>> needs;        ///< accessibility, diet, assistance
  std::map<field_id, text<0, 1000>> fields;  ///< answers to the meeting's own fields
  bool operator==(member_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(member_details, (),
                      (name, name_latin, title, function, category, gender, email, language, needs, fields))

/// A delegation: of a State, or of an organization. `category` is one of the meeting's categories of participants.
struct delegation_details {
  delegation_id id;  ///< a State's ISO 3166 alpha-3 code, or an organization's short name
  localized_name name;
  category_id category;
  bool operator==(delegation_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(delegation_details, (), (id, name, category))

namespace registration {

struct add_delegation {
  static constexpr method_info info{"registration.add_delegation", method_kind::command, method_scope::meeting,
                                    "Add a delegation."};
  using answer = done;
  delegation_details details;
};
BOOST_DESCRIBE_STRUCT(add_delegation, (), (details))

struct change_delegation {
  static constexpr method_info info{"registration.change_delegation", method_kind::command, method_scope::meeting,
                                    "Change a delegation's name or category."};
  using answer = done;
  seq version = 0;
  delegation_details details;
};
BOOST_DESCRIBE_STRUCT(change_delegation, (), (version, details))

struct member_added {
  member_id member;
};
BOOST_DESCRIBE_STRUCT(member_added, (), (member))

struct add_member {
  static constexpr method_info info{"registration.add_member", method_kind::command, method_scope::meeting,
                                    "Add a member to a delegation."};
  using answer = member_added;
  delegation_id delegation;
  member_details details;
};
BOOST_DESCRIBE_STRUCT(add_member, (), (delegation, details))

/// After an approval the approved entry stays valid until the change is approved.
struct change_member {
  static constexpr method_info info{"registration.change_member", method_kind::command, method_scope::meeting,
                                    "Change a member's details."};
  using answer = done;
  delegation_id delegation;
  member_id member;
  seq version = 0;
  member_details details;
};
BOOST_DESCRIBE_STRUCT(change_member, (), (delegation, member, version, details))

/// A member who was never approved goes at once; an approved one stays valid until the removal is approved.
struct remove_member {
  static constexpr method_info info{"registration.remove_member", method_kind::command, method_scope::meeting,
                                    "Take a member out of a delegation."};
  using answer = done;
  delegation_id delegation;
  member_id member;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(remove_member, (), (delegation, member, version))

/// Asks the secretariat to approve; refused (`incomplete`) unless the delegation has exactly one head and nothing is
/// missing.
struct submit {
  static constexpr method_info info{"registration.submit", method_kind::command, method_scope::meeting,
                                    "Submit a delegation for approval."};
  using answer = done;
  delegation_id delegation;
};
BOOST_DESCRIBE_STRUCT(submit, (), (delegation))

/// `version` is the delegation's, so that nobody approves what they have not seen.
struct approve {
  static constexpr method_info info{"registration.approve", method_kind::command, method_scope::meeting,
                                    "Approve a submitted delegation."};
  using answer = done;
  delegation_id delegation;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(approve, (), (delegation, version))

struct return_to_delegation {
  static constexpr method_info info{"registration.return", method_kind::command, method_scope::meeting,
                                    "Return a submitted delegation with a reason."};
  using answer = done;
  delegation_id delegation;
  seq version = 0;
  reason_text reason;
};
BOOST_DESCRIBE_STRUCT(return_to_delegation, (), (delegation, version, reason))

}  // namespace registration
}  // namespace dais::protocol
