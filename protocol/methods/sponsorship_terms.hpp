#pragma once
// Under which terms people are sponsored: deadlines, what a file must hold, costs, and the committee's policy. Data of
// a meeting, nothing of it is in the code.

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/attributes.hpp"
#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// So many points for everybody whom `who` means.
struct points_rule {
  field_id id;
  localized_name label;
  condition who;
  std::int64_t pts = 0;
  bool operator==(points_rule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(points_rule, (), (id, label, who, pts))

/// How many seats the delegation of a State may have: `usual`, or what `overrides` says of it.
struct delegation_caps {
  std::int64_t usual = 2;
  std::map<delegation_id, std::int64_t> overrides;
  bool operator==(delegation_caps const&) const = default;
};
BOOST_DESCRIBE_STRUCT(delegation_caps, (), (usual, overrides))

enum class reserve_kind { count, share };
BOOST_DESCRIBE_ENUM(reserve_kind, count, share)

/// A floor: at least `value` seats (count), or at least `num`/`den` of the seats (share), for those whom `who` means.
struct reserve_rule {
  field_id id;
  localized_name label;
  reserve_kind kind = reserve_kind::count;
  std::optional<std::int64_t> value;
  std::optional<std::int64_t> num;
  std::optional<std::int64_t> den;
  condition who;
  bool operator==(reserve_rule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(reserve_rule, (), (id, label, kind, value, num, den, who))

/// A ceiling: at most `value` seats.
struct cap_rule {
  field_id id;
  localized_name label;
  std::int64_t value = 0;
  condition who;
  bool operator==(cap_rule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(cap_rule, (), (id, label, value, who))

/// Whoever `who` does not mean is not ranked.
struct gate_rule {
  field_id id;
  localized_name label;
  condition who;
  bool operator==(gate_rule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(gate_rule, (), (id, label, who))

enum class turn_precedence { reserves, breadth };
BOOST_DESCRIBE_ENUM(turn_precedence, reserves, breadth)
enum class money_release { exhausted, unpayable };
BOOST_DESCRIBE_ENUM(money_release, exhausted, unpayable)

/// The committee's policy (server/allocation/README.md says what each part does). Conditions may name the attributes of
/// `sponsorship_terms`, the answers of an assessment, and these: `gender` ("F", "M", "X"; absent where undisclosed),
/// `survivor`, `companion`, `category`, `complete`, `on_time`, `costed`.
struct allocation_policy {
  std::int64_t contingency_bp = 0;  ///< hundredths of a percent that each fund keeps back
  bool rounds = true;
  turn_precedence precedence = turn_precedence::reserves;
  money_release release = money_release::exhausted;
  list<points_rule, 200> points;
  delegation_caps state_cap;
  list<reserve_rule, 16> reserves;
  list<cap_rule, 16> caps;
  list<gate_rule, 32> gates;
  bool operator==(allocation_policy const&) const = default;
};
BOOST_DESCRIBE_STRUCT(allocation_policy, (),
                      (contingency_bp, rounds, precedence, release, points, state_cap, reserves, caps, gates))

using cost_kind = text<1, 40>;

/// What may be granted, in whole or in part: the costs of these kinds, or all of them. The first one of the terms is
/// the fullest; whoever accepts a part is offered the others in their order.
struct package_rule {
  field_id code;
  localized_name name;
  std::optional<list<cost_kind, 30>> kinds;
  bool operator==(package_rule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(package_rule, (), (code, name, kinds))

/// A supporting file that an application has, or must have to be complete.
struct file_rule {
  field_id id;
  localized_name label;
  std::optional<localized_text> hint;
  bool required = false;
  bool operator==(file_rule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(file_rule, (), (id, label, hint, required))

/// A question about each applicant that the secretariat answers with yes or no; `usual` until it does.
struct assessment_rule {
  field_id id;
  localized_name label;
  bool usual = false;
  bool operator==(assessment_rule const&) const = default;
};
BOOST_DESCRIBE_STRUCT(assessment_rule, (), (id, label, usual))

/// What counts for everybody of a delegation: {"region": "AFR", "ldc": true, "art4": true}.
struct delegation_facts {
  delegation_id delegation;
  attributes facts;
  bool operator==(delegation_facts const&) const = default;
};
BOOST_DESCRIBE_STRUCT(delegation_facts, (), (delegation, facts))

/// Words for an attribute, or, with `value`, for one of its values.
struct attribute_label {
  attribute_name name;
  std::optional<attribute> value;
  localized_name label;
  bool operator==(attribute_label const&) const = default;
};
BOOST_DESCRIBE_STRUCT(attribute_label, (), (name, value, label))

/// A class of route: direct, with a change, by the most economical way.
struct route_class {
  field_id id;
  localized_name label;
  bool operator==(route_class const&) const = default;
};
BOOST_DESCRIBE_STRUCT(route_class, (), (id, label))

/// There and back from a delegation's capital, in one class of route.
struct fare {
  delegation_id delegation;
  field_id route;
  centimes amount;
  bool operator==(fare const&) const = default;
};
BOOST_DESCRIBE_STRUCT(fare, (), (delegation, route, amount))

enum class rate_basis { journey, night };
BOOST_DESCRIBE_ENUM(rate_basis, journey, night)

/// A cost that is the same for everybody, once a journey or for each night.
struct rate {
  cost_kind kind;
  rate_basis per = rate_basis::journey;
  centimes amount;
  bool operator==(rate const&) const = default;
};
BOOST_DESCRIBE_STRUCT(rate, (), (kind, per, amount))

/// From which the costs of an application are made: the fare of its delegation in its class of route (the first class
/// unless the secretariat says otherwise) as the cost `fare_kind`, each rate, and, with a personal assistant, all of
/// that once more as the one cost `companion_kind`, where that is named.
struct fare_table {
  cost_kind fare_kind;
  std::optional<cost_kind> companion_kind;
  std::int64_t nights = 0;
  list<route_class, 8> routes;
  list<rate, 30> rates;
  list<fare, 2000> fares;
  bool operator==(fare_table const&) const = default;
};
BOOST_DESCRIBE_STRUCT(fare_table, (), (fare_kind, companion_kind, nights, routes, rates, fares))

/// `closes`: applications that are complete by then are on time. `answer_days`: how long one has to accept an award.
struct sponsorship_terms {
  instant closes;
  std::int64_t answer_days = 14;
  list<package_rule, 8> packages;
  list<file_rule, 16> files;
  list<assessment_rule, 16> assessments;
  list<delegation_facts, 500> delegations;
  list<attribute_label, 200> labels;
  fare_table fares;
  allocation_policy policy;
  bool operator==(sponsorship_terms const&) const = default;
};
BOOST_DESCRIBE_STRUCT(sponsorship_terms, (),
                      (closes, answer_days, packages, files, assessments, delegations, labels, fares, policy))

namespace sponsorship {

/// Replaces the terms. Once the lots are drawn, applications stay closed as they were.
struct set_terms {
  static constexpr method_info info{"sponsorship.set_terms", method_kind::command, method_scope::meeting,
                                    "Set deadlines, files, costs and the policy of sponsorship."};
  using answer = done;
  seq version = 0;  ///< 0 where there are none yet
  sponsorship_terms terms;
};
BOOST_DESCRIBE_STRUCT(set_terms, (), (version, terms))

}  // namespace sponsorship
}  // namespace dais::protocol
