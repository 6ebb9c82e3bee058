#pragma once
// Notices from the secretariat.

#include <optional>

#include <boost/describe/class.hpp>

#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol::notices {

/// To everyone where both are absent; else to one category of participants, or to one delegation (not both).
struct recipients {
  std::optional<category_id> category;
  std::optional<delegation_id> delegation;
  bool operator==(recipients const&) const = default;
};
BOOST_DESCRIBE_STRUCT(recipients, (), (category, delegation))

struct posted {
  notice_id notice;
};
BOOST_DESCRIBE_STRUCT(posted, (), (notice))

struct post {
  static constexpr method_info info{"notices.post", method_kind::command, method_scope::meeting, "Post a notice."};
  using answer = posted;
  localized_text text;
  recipients to;
};
BOOST_DESCRIBE_STRUCT(post, (), (text, to))

struct withdraw {
  static constexpr method_info info{"notices.withdraw", method_kind::command, method_scope::meeting,
                                    "Withdraw a notice."};
  using answer = done;
  notice_id notice;
};
BOOST_DESCRIBE_STRUCT(withdraw, (), (notice))

}  // namespace dais::protocol::notices
