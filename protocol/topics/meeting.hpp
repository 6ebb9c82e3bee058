#pragma once
// States of the topics "meetings" (organization), "meeting" and "accounts@secretariat" (organization).

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>

#include "protocol/meeting_file.hpp"
#include "protocol/methods/people.hpp"
#include "protocol/values.hpp"

namespace dais::protocol::topics {

struct meeting_summary {
  localized_name name;
  localized_name short_name;
  date opens;
  date closes;
};
BOOST_DESCRIBE_STRUCT(meeting_summary, (), (name, short_name, opens, closes))

/// Topic "meetings": for everybody.
struct meetings {
  std::map<meeting_id, meeting_summary> meetings;
};
BOOST_DESCRIBE_STRUCT(meetings, (), (meetings))

/// Topic "meeting": for everybody.
struct meeting {
  meeting_id id;
  meeting_details details;
};
BOOST_DESCRIBE_STRUCT(meeting, (), (id, details))

/// `details` is absent where the person was forgotten.
struct account {
  std::optional<account_details> details;
  std::vector<role_grant> roles;
  bool closed = false;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(account, (), (details, roles, closed, version))

/// Topic "accounts@secretariat": for the secretariat.
struct accounts {
  std::map<account_id, account> accounts;
};
BOOST_DESCRIBE_STRUCT(accounts, (), (accounts))

}  // namespace dais::protocol::topics
