#pragma once
// States of the topics "notices", "notices/category/<category>", "notices/delegation/<delegation>" and
// "notices@secretariat".

#include <map>
#include <optional>

#include <boost/describe/class.hpp>

#include "protocol/methods/notices.hpp"
#include "protocol/values.hpp"

namespace dais::protocol::topics {

struct notice {
  localized_text text;
  protocol::notices::recipients to;
  instant at;
};
BOOST_DESCRIBE_STRUCT(notice, (), (text, to, at))

/// Topic "notices": those to everyone, for everybody. "notices/category/<c>": for the accounts whose delegation is of
/// that category. "notices/delegation/<d>": for the accounts of that delegation. "notices@secretariat": all. Withdrawn
/// ones are gone.
struct notices {
  std::map<notice_id, notice> notices;
};
BOOST_DESCRIBE_STRUCT(notices, (), (notices))

}  // namespace dais::protocol::topics
