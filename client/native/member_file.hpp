#pragma once
// A file of members to be registered: CSV or JSON, checked line by line before anything is sent.

#include <string>
#include <string_view>
#include <vector>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/methods/registration.hpp"
#include "protocol/values.hpp"

namespace dais::native {

/// One member as it will be sent.
struct member_row {
  int line = 0;  ///< in the file, from 1
  protocol::registration::add_member member;
  protocol::json given;  ///< of `member.details`, what stands in the file; the rest of `member` is filled in
};

/// What is wrong on a line (from 1; 0 is the whole file). `field` is a column's name, "" for the whole line.
struct member_problem {
  int line = 0;
  std::string field;
  protocol::problem what;
};

struct member_file {
  std::vector<member_row> rows;  ///< those without problems, in the order of the file
  std::vector<member_problem> problems;
};

/// Reads a file of members. CSV has a line of column names first: delegation, name, name_latin, title, function,
/// category (head, alternate, adviser), gender (female, male, other, undisclosed), email, language, needs, and
/// fields.<id> for a meeting's own fields. JSON is an array of objects with the same names (`fields` an object), or
/// {"members": [...]}. Delegation, name, category and language must be there. A line that repeats another, and a second
/// head of a delegation, are problems.
member_file read_member_file(std::string_view text);

/// The column that a problem of registration.add_member is about: "fields.badge" for "/details/fields/badge".
std::string field_at(std::string_view path);

}  // namespace dais::native
