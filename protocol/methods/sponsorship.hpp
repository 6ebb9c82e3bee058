#pragma once
// Applications for sponsorship, their costs, and the funds.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/attributes.hpp"
#include "protocol/methods/documents.hpp"
#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

enum class sponsorship_extent { whole, part };
BOOST_DESCRIBE_ENUM(sponsorship_extent, whole, part)

/// What an application says; personal data as a whole. Survivor and companion are seen by the committee and the
/// secretariat only, by the focal point who entered them, and by the person.
struct application_details {
  sponsorship_extent extent = sponsorship_extent::whole;
  reason_text reason;
  bool survivor = false;
  bool companion = false;  ///< needs a personal assistant: a cost of this application, never a seat
  std::optional<bool> accepts_part = std::nullopt;  ///< asks for the whole, but would come too if a part is paid
  std::optional<std::int64_t> rank = std::nullopt;  ///< the delegation's own order of its applications, from 1
  bool operator==(application_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(application_details, (), (extent, reason, survivor, companion, accepts_part, rank))

/// What the secretariat finds out about an application; personal data as a whole. `answers` to the questions of the
/// terms that are not as usual; `route`: the class of route where it is not the first one.
struct application_assessment {
  std::map<field_id, bool> answers;
  std::optional<field_id> route;
  std::optional<reason_text> note;
  bool operator==(application_assessment const&) const = default;
};
BOOST_DESCRIBE_STRUCT(application_assessment, (), (answers, route, note))

/// One cost of an application: airfare, dsa, terminal, visa, assistant, … as the meeting's kinds of cost say.
struct cost_item {
  text<1, 40> kind;
  centimes amount;
  bool operator==(cost_item const&) const = default;
};
BOOST_DESCRIBE_STRUCT(cost_item, (), (kind, amount))

struct fund_details {
  fund_id id;
  localized_name name;
  centimes amount;
  short_text earmark;                           ///< in words
  std::optional<condition> who = std::nullopt;  ///< the same for the rule: whose costs it pays; absent for everybody's
  std::optional<list<text<1, 40>, 30>> kinds = std::nullopt;  ///< kinds of cost that it pays; absent for all
  bool operator==(fund_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(fund_details, (), (id, name, amount, earmark, who, kinds))

namespace sponsorship {

struct applied {
  application_id application;
};
BOOST_DESCRIBE_STRUCT(applied, (), (application))

struct apply {
  static constexpr method_info info{"sponsorship.apply", method_kind::command, method_scope::meeting,
                                    "Apply for a member of the delegation."};
  using answer = applied;
  delegation_id delegation;
  member_id member;
  application_details details;
};
BOOST_DESCRIBE_STRUCT(apply, (), (delegation, member, details))

struct change {
  static constexpr method_info info{"sponsorship.change", method_kind::command, method_scope::meeting,
                                    "Change an application."};
  using answer = done;
  delegation_id delegation;
  application_id application;
  seq version = 0;
  application_details details;
};
BOOST_DESCRIBE_STRUCT(change, (), (delegation, application, version, details))

struct withdraw {
  static constexpr method_info info{"sponsorship.withdraw", method_kind::command, method_scope::meeting,
                                    "Withdraw an application."};
  using answer = done;
  delegation_id delegation;
  application_id application;
};
BOOST_DESCRIBE_STRUCT(withdraw, (), (delegation, application))

/// Issued by the server itself when an upload is complete:
/// PUT /uploads/<m>/applications/<delegation>/<application>/<file>?name=… with the bytes as body.
struct attach_file {
  static constexpr method_info info{"sponsorship.attach_file", method_kind::command, method_scope::meeting,
                                    "Put a supporting file to an application (by upload only)."};
  using answer = document_file;
  delegation_id delegation;
  application_id application;
  field_id id;  ///< which of the files that the terms ask for
  document_file file;
};
BOOST_DESCRIBE_STRUCT(attach_file, (), (delegation, application, id, file))

struct detach_file {
  static constexpr method_info info{"sponsorship.detach_file", method_kind::command, method_scope::meeting,
                                    "Take a supporting file out of an application."};
  using answer = done;
  delegation_id delegation;
  application_id application;
  field_id id;
};
BOOST_DESCRIBE_STRUCT(detach_file, (), (delegation, application, id))

struct assess {
  static constexpr method_info info{"sponsorship.assess", method_kind::command, method_scope::meeting,
                                    "Enter what the secretariat finds out about an application."};
  using answer = done;
  application_id application;
  seq version = 0;
  application_assessment assessment;
};
BOOST_DESCRIBE_STRUCT(assess, (), (application, version, assessment))

/// Costs that differ from the fare table's; none to go back to those.
struct set_costs {
  static constexpr method_info info{"sponsorship.set_costs", method_kind::command, method_scope::meeting,
                                    "Enter the costs of an application."};
  using answer = done;
  application_id application;
  seq version = 0;
  list<cost_item, 16> costs;
};
BOOST_DESCRIBE_STRUCT(set_costs, (), (application, version, costs))

/// Adds the fund, or replaces it.
struct put_fund {
  static constexpr method_info info{"sponsorship.put_fund", method_kind::command, method_scope::meeting,
                                    "Add or change a fund."};
  using answer = done;
  seq version = 0;  ///< 0 for a new one
  fund_details details;
};
BOOST_DESCRIBE_STRUCT(put_fund, (), (version, details))

struct remove_fund {
  static constexpr method_info info{"sponsorship.remove_fund", method_kind::command, method_scope::meeting,
                                    "Take out a fund."};
  using answer = done;
  fund_id fund;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(remove_fund, (), (fund, version))

}  // namespace sponsorship
}  // namespace dais::protocol
