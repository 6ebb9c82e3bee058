#pragma once
// What can happen to applications for sponsorship and to funds.

#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/sponsorship.hpp"
#include "server/domain/personal.hpp"

namespace dais::domain {

struct application_received {
  static constexpr std::string_view type = "sponsorship.application_received";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  protocol::member_id member;
  personal<protocol::application_details> details;
};
BOOST_DESCRIBE_STRUCT(application_received, (), (application, delegation, member, details))

struct application_changed {
  static constexpr std::string_view type = "sponsorship.application_changed";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  personal<protocol::application_details> details;
};
BOOST_DESCRIBE_STRUCT(application_changed, (), (application, delegation, details))

/// By the delegation, or because its member is no longer in the delegation.
struct application_withdrawn {
  static constexpr std::string_view type = "sponsorship.application_withdrawn";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
};
BOOST_DESCRIBE_STRUCT(application_withdrawn, (), (application, delegation))

struct costs_entered {
  static constexpr std::string_view type = "sponsorship.costs_entered";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  std::vector<protocol::cost_item> costs;
};
BOOST_DESCRIBE_STRUCT(costs_entered, (), (application, delegation, costs))

/// Added, or replaced.
struct fund_put {
  static constexpr std::string_view type = "sponsorship.fund_put";
  static constexpr int version = 1;
  protocol::fund_details details;
};
BOOST_DESCRIBE_STRUCT(fund_put, (), (details))

struct fund_removed {
  static constexpr std::string_view type = "sponsorship.fund_removed";
  static constexpr int version = 1;
  protocol::fund_id fund;
};
BOOST_DESCRIBE_STRUCT(fund_removed, (), (fund))

using sponsorship_events = boost::mp11::mp_list<application_received, application_changed, application_withdrawn,
                                                costs_entered, fund_put, fund_removed>;

}  // namespace dais::domain
