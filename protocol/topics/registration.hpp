#pragma once
// States of the topics "participants", "participants/<delegation>", "delegation/<delegation>" and
// "registrations@secretariat".

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/errors.hpp"
#include "protocol/methods/registration.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// `changed` is an approved delegation whose changes are not submitted yet.
enum class registration_state { draft, submitted, returned, approved, changed };
BOOST_DESCRIBE_ENUM(registration_state, draft, submitted, returned, approved, changed)

namespace topics {

struct participant_delegation {
  localized_name name;
  category_id category;
  std::int64_t members = 0;  ///< approved
};
BOOST_DESCRIBE_STRUCT(participant_delegation, (), (name, category, members))

/// Topic "participants": every delegation with at least one approved member, for whoever takes part in the meeting.
struct participants {
  std::map<delegation_id, participant_delegation> delegations;
};
BOOST_DESCRIBE_STRUCT(participants, (), (delegations))

/// What participants see of an approved member; all but `category` absent where the person was forgotten.
struct participant {
  std::optional<name_text> name;
  std::optional<name_text> name_latin;
  std::optional<short_text> title;
  std::optional<short_text> function;
  member_category category = member_category::adviser;
};
BOOST_DESCRIBE_STRUCT(participant, (), (name, name_latin, title, function, category))

/// Topic "participants/<delegation>": its approved members, for whoever takes part. `order` puts the head first.
struct delegation_participants {
  std::map<member_id, participant> members;
  std::vector<member_id> order;
};
BOOST_DESCRIBE_STRUCT(delegation_participants, (), (members, order))

/// `approved` is the entry that is valid now, `draft` what it shall become (absent where nothing is waiting); `leaving`
/// that its removal is waiting. `erased` where the person was forgotten (then neither entry has anything in it).
struct member {
  std::optional<member_details> approved;
  std::optional<member_details> draft;
  bool leaving = false;
  bool erased = false;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(member, (), (approved, draft, leaving, erased, version))

/// Topic "delegation/<delegation>": for its focal points and the secretariat. `missing` is what a submission would be
/// refused for.
struct delegation {
  localized_name name;
  category_id category;
  registration_state state = registration_state::draft;
  std::map<member_id, member> members;
  std::vector<problem> missing;
  std::optional<std::string> reason;  ///< of the last return
  std::optional<instant> submitted;
  std::optional<instant> decided;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(delegation, (), (name, category, state, members, missing, reason, submitted, decided, version))

struct registration {
  localized_name name;
  category_id category;
  registration_state state = registration_state::draft;
  std::int64_t approved = 0;  ///< members
  std::int64_t waiting = 0;   ///< members whose entry, change or removal is not approved
  std::optional<instant> submitted;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(registration, (), (name, category, state, approved, waiting, submitted, version))

/// Topic "registrations@secretariat": every delegation, for the secretariat.
struct registrations {
  std::map<delegation_id, registration> delegations;
};
BOOST_DESCRIBE_STRUCT(registrations, (), (delegations))

}  // namespace topics
}  // namespace dais::protocol
