#pragma once
// What can happen to applications for sponsorship and to funds.

#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/sponsorship.hpp"
#include "server/domain/personal.hpp"
#include "server/domain/sponsorship/allocation_events.hpp"

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

/// The file's name is personal data, as it may say anything.
struct application_file_attached {
  static constexpr std::string_view type = "sponsorship.file_attached";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  protocol::field_id id;
  personal<protocol::document_file> file;
};
BOOST_DESCRIBE_STRUCT(application_file_attached, (), (application, delegation, id, file))

struct application_file_detached {
  static constexpr std::string_view type = "sponsorship.file_detached";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  protocol::field_id id;
};
BOOST_DESCRIBE_STRUCT(application_file_detached, (), (application, delegation, id))

struct application_assessed {
  static constexpr std::string_view type = "sponsorship.application_assessed";
  static constexpr int version = 1;
  protocol::application_id application;
  protocol::delegation_id delegation;
  personal<protocol::application_assessment> assessment;
};
BOOST_DESCRIBE_STRUCT(application_assessed, (), (application, delegation, assessment))

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

using application_events =
    boost::mp11::mp_list<application_received, application_changed, application_withdrawn, application_file_attached,
                         application_file_detached, application_assessed, costs_entered, fund_put, fund_removed>;
using sponsorship_events = boost::mp11::mp_append<application_events, allocation_events>;

}  // namespace dais::domain
