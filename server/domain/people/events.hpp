#pragma once
// A person is forgotten.

#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/values.hpp"

namespace dais::domain {

/// All personal data of the person in this meeting is gone; its key is to be destroyed when this is in the journal.
struct person_forgotten {
  static constexpr std::string_view type = "people.forgotten";
  static constexpr int version = 1;
  protocol::person_id person;
  protocol::delegation_id delegation;
};
BOOST_DESCRIBE_STRUCT(person_forgotten, (), (person, delegation))

using people_events = boost::mp11::mp_list<person_forgotten>;

}  // namespace dais::domain
