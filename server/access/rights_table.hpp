#pragma once

#include <span>
#include <string_view>

#include "protocol/methods/people.hpp"

namespace dais::access {

/// What a right is about.
enum class subject_kind {
  method,      ///< to call it
  topic,       ///< to follow it; a name that ends in "/" stands for the family of topics that begin with it
  content,     ///< to export it: the name after /exports/<meeting>/, without its ending
  audience,    ///< to read published documents of this audience
  application  ///< to have what belongs to one application for sponsorship: its "files"
};

/// How far a role's right reaches.
enum class reach {
  any,             ///< everything of the subject
  own_delegation,  ///< what belongs to the delegation of the grant
  own_member,      ///< what is about the member of the grant
  own_category,    ///< what belongs to the category of the grant's delegation
  own_account      ///< what belongs to the caller's own account, whatever its roles
};

/// One role that has a right. `public_reader` is everybody, signed in or not, or with own_account every account.
struct right {
  protocol::role role;
  access::reach reach = reach::any;
};

/// A subject and who has a right to it.
struct row {
  subject_kind kind;
  std::string_view name;
  std::span<right const> rights;
};

/// Who may do what: the one place where it is said. Each method and topic of the registry has exactly one row. A grant
/// counts in its own meeting only, or in all meetings where it names none; for what belongs to the organization (its
/// methods and topics) only a grant that names no meeting counts.
std::span<row const> rights_table();

/// The row of a subject; null if there is none.
row const* find_row(subject_kind kind, std::string_view name);

}  // namespace dais::access
