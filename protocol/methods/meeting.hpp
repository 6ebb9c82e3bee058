#pragma once
// Making a meeting from a file: preview, then confirm.

#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/meeting_file.hpp"
#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol::meeting {

enum class change_kind { added, changed, refused };
BOOST_DESCRIBE_ENUM(change_kind, added, changed, refused)

/// One thing that an import would do or refuse. `line` is the line of the file where the thing begins, from 1.
struct planned_change {
  change_kind kind = change_kind::added;
  std::int64_t line = 0;
  std::string path;                 ///< JSON Pointer into the file
  std::string what;                 ///< the area and the id: "agenda 10(i)"
  std::vector<std::string> fields;  ///< of a changed thing, those that differ
  std::optional<problem> why;       ///< of a refused one
};
BOOST_DESCRIBE_STRUCT(planned_change, (), (kind, line, path, what, fields, why))

/// `digest` stands for this file against this state of the meeting; an import names it. An import with refusals is
/// refused.
struct plan {
  meeting_id meeting;
  bool is_new = false;
  std::int64_t unchanged = 0;
  std::vector<planned_change> changes;
  std::string digest;
};
BOOST_DESCRIBE_STRUCT(plan, (), (meeting, is_new, unchanged, changes, digest))

/// The text of a meeting's file; its id names the meeting.
struct preview {
  static constexpr method_info info{"meeting.preview", method_kind::query, method_scope::organization,
                                    "What importing a file would change."};
  using answer = plan;
  text<1, 4'000'000> file;
};
BOOST_DESCRIBE_STRUCT(preview, (), (file))

struct imported {
  std::int64_t added = 0;
  std::int64_t changed = 0;
};
BOOST_DESCRIBE_STRUCT(imported, (), (added, changed))

/// Makes or changes a meeting as `preview` said; `stale` where file or meeting are not those of the digest.
struct import {
  static constexpr method_info info{"meeting.import", method_kind::command, method_scope::meeting,
                                    "Import a meeting's file as previewed."};
  using answer = imported;
  text<1, 4'000'000> file;
  std::string digest;
};
BOOST_DESCRIBE_STRUCT(import, (), (file, digest))

}  // namespace dais::protocol::meeting
