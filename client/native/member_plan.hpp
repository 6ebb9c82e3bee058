#pragma once
// What an import does about each row of a file of members, given who is in the delegations already.

#include <map>
#include <string>
#include <vector>

#include "client/native/member_file.hpp"
#include "client/native/session_machine.hpp"
#include "protocol/topics/registration.hpp"

namespace dais::native {

/// What is done about one row.
struct planned_member {
  enum class step {
    add,
    change,
    same  ///< the member is as the file says: nothing is sent
  };
  step what = step::add;
  int line = 0;                     ///< of the row
  std::string name;                 ///< as it is before the import, of `add` as the file gives it
  std::vector<std::string> fields;  ///< the columns that a `change` changes
  call request;                     ///< of `add` and `change`
};

struct member_plan {
  std::vector<planned_member> members;  ///< in the order of the rows
  std::vector<member_problem> problems;
};

/// Each row is the member of its delegation who has its name, or else its e-mail address, if exactly one has; then it
/// changes what it gives another value for, and leaves all else. Other rows are additions. A name that several members
/// or several rows have, and that nothing else tells apart, is a problem, and so is a delegation that is not in
/// `delegations`.
member_plan plan_members(std::vector<member_row> const& rows, protocol::meeting_id const& meeting,
                         std::map<protocol::delegation_id, protocol::topics::delegation> const& delegations);

/// The command_id of a change to a delegation as it was when it had this version: two imports that saw the same
/// delegation do the same thing once.
protocol::command_id command_of(protocol::meeting_id const& meeting, std::string_view method,
                                protocol::json const& params, protocol::seq version);

}  // namespace dais::native
