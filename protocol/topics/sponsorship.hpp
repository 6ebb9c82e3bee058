#pragma once
// States of the topics "sponsorship@committee" and "sponsorship/<delegation>".

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/methods/registration.hpp"
#include "protocol/methods/sponsorship.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

enum class application_state { received, withdrawn };
BOOST_DESCRIBE_ENUM(application_state, received, withdrawn)

namespace topics {

/// What the committee sees: `delegation_name` from the delegation; `name` and `gender` from the member's entry, absent,
/// like `details`, where the person was forgotten.
struct application {
  delegation_id delegation;
  localized_name delegation_name;
  member_id member;
  std::optional<std::string> name;
  std::optional<protocol::gender> gender;
  std::optional<application_details> details;
  application_state state = application_state::received;
  std::vector<cost_item> costs;
  centimes total;
  instant received;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(application, (),
                      (delegation, delegation_name, member, name, gender, details, state, costs, total, received,
                       version))

struct fund {
  localized_name name;
  centimes amount;
  std::string earmark;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(fund, (), (name, amount, earmark, version))

/// Topic "sponsorship@committee": for the committee and the secretariat.
struct sponsorship {
  std::map<application_id, application> applications;
  std::map<fund_id, fund> funds;
};
BOOST_DESCRIBE_STRUCT(sponsorship, (), (applications, funds))

/// What a focal point sees of its own applications: not the costs.
struct own_application {
  member_id member;
  std::optional<application_details> details;
  application_state state = application_state::received;
  instant received;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(own_application, (), (member, details, state, received, version))

/// Topic "sponsorship/<delegation>": for its focal points and the secretariat.
struct own_sponsorship {
  std::map<application_id, own_application> applications;
};
BOOST_DESCRIBE_STRUCT(own_sponsorship, (), (applications))

}  // namespace topics
}  // namespace dais::protocol
