// What a meeting's state gives to allocate, as `ccm-alloc/1`.

#include <algorithm>
#include <string>

#include "protocol/codec.hpp"
#include "server/allocation/prepare.hpp"
#include "server/allocation/read_input.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/allocating.hpp"
#include "server/domain/sponsorship/standing.hpp"

namespace dais::domain {
namespace {

using protocol::encode;
using protocol::error_code;
using protocol::json;

/// Rules as the engine reads them: without their labels.
template <class Rules>
json plain(Rules const& rules) {
  json out = encode(rules);
  for (auto& each : out) each.erase("label");
  return out;
}

json policy_of(protocol::allocation_policy const& from, std::string const& seed) {
  json out = encode(from);
  out["seed"] = seed;
  out["points"] = plain(from.points);
  out["reserves"] = plain(from.reserves);
  out["caps"] = plain(from.caps);
  out["gates"] = plain(from.gates);
  out["state_cap"] = {{"default", from.state_cap.usual}, {"overrides", encode(from.state_cap.overrides)}};
  return out;
}

/// With what was lost, a fund has so much less to spend; the contingency is that of the whole.
std::int64_t amount_left(std::int64_t amount, std::int64_t lost, std::int64_t contingency_bp) {
  if (lost == 0) return amount;
  auto const left = allocation::budget_of(amount, contingency_bp) - lost;
  return allocation::amount_of(std::max<std::int64_t>(left, 0), contingency_bp).value_or(0);
}

json funds_of(sponsorship_state const& in, protocol::allocation_setup const& setup) {
  json out = json::array();
  for (auto const& [id, each] : in.funds) {
    auto const tried = setup.amounts.find(id);
    auto const amount = tried == setup.amounts.end() ? each.amount : tried->second;
    out.push_back({{"id", id.value},
                   {"amount", amount_left(amount.value, in.lost(id).value, setup.policy.contingency_bp)},
                   {"earmark", each.who ? encode(*each.who) : json::object()},
                   {"components", each.kinds ? encode(*each.kinds) : json(nullptr)}});
  }
  return out;
}

std::optional<protocol::member_details> member_of(meeting_state const& state, application const& of) {
  auto const delegation = state.registration.delegations.find(of.delegation);
  if (delegation == state.registration.delegations.end()) return std::nullopt;
  auto const found = delegation->second.members.find(of.member);
  if (found == delegation->second.members.end()) return std::nullopt;
  auto const& wanted = found->second.wanted();
  return wanted.details;
}

void add_person(json& to, meeting_state const& state, application const& of) {
  auto const& in = state.sponsorship;
  if (auto const member = member_of(state, of)) {
    using enum protocol::gender;
    if (member->gender != undisclosed)
      to["gender"] = member->gender == female ? "F" : member->gender == male ? "M" : "X";
  }
  to["survivor"] = of.details && of.details->survivor;
  to["companion"] = of.details && of.details->companion;
  if (of.details && of.details->rank) to["nomination_rank"] = *of.details->rank;
  to["complete"] = completed(in, of).has_value();
  to["on_time"] = on_time(in, of);
  for (auto const& each : in.terms->assessments.items) to[each.id.value] = each.usual;
  if (of.assessment)
    for (auto const& [id, answer] : of.assessment->answers) to[id.value] = answer;
}

void add_delegation(json& to, meeting_state const& state, application const& of) {
  to["delegation"] = of.delegation.value;
  if (auto const found = state.registration.delegations.find(of.delegation);
      found != state.registration.delegations.end())
    to["category"] = found->second.category.value;
  auto const& all = state.sponsorship.terms->delegations.items;
  auto const facts = std::ranges::find(all, of.delegation, &protocol::delegation_facts::delegation);
  if (facts == all.end()) return;
  for (auto const& [name, value] : facts->facts) to[name.value] = encode(value);
}

json package(std::string const& code, std::vector<protocol::cost_item> const& costs) {
  json items = json::array();
  for (auto const& each : costs) items.push_back({{"kind", each.kind.value}, {"amount", each.amount.value}});
  return {{"code", code}, {"items", std::move(items)}};
}

bool pays(protocol::package_rule const& rule, protocol::cost_item const& cost) {
  return !rule.kinds || std::ranges::find(rule.kinds->items, cost.kind) != rule.kinds->items.end();
}

/// The packages that the application asks for or accepts, in the order of the terms.
json packages_of(sponsorship_state const& in, application const& of) {
  json out = json::array();
  auto const costs = costs_of(in, of);
  if (costs.empty() || !of.details) return out;
  auto const& rules = in.terms->packages.items;
  bool const whole = of.details->extent == protocol::sponsorship_extent::whole;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    bool const fullest = i == 0;
    if (fullest ? !whole && rules.size() > 1 : whole && !of.details->accepts_part.value_or(false)) continue;
    std::vector<protocol::cost_item> paid;
    for (auto const& each : costs)
      if (pays(rules[i], each)) paid.push_back(each);
    if (!paid.empty()) out.push_back(package(rules[i].code.value, paid));
  }
  return out;
}

json applicant(meeting_state const& state, protocol::application_id const& id, application const& of) {
  json out = json::object();
  add_delegation(out, state, of);
  add_person(out, state, of);
  out["id"] = id.value;
  if (of.award && of.stands()) {
    auto const& granted = of.award->granted;
    out["status"] = "notified";
    out["granted"] = granted.package.value;
    out["packages"] = json::array({package(granted.package.value, granted.costs)});
  } else {
    out["status"] = of.stands() ? "candidate" : "withdrawn";
    out["packages"] = packages_of(state.sponsorship, of);
  }
  out["costed"] = !out["packages"].empty();
  return out;
}

allocation_case case_of(meeting_state const& state, protocol::allocation_setup const& setup) {
  auto const& in = state.sponsorship;
  json applicants = json::array();
  for (auto const& [id, each] : in.applications)
    if (each.details || (each.award && each.stands())) applicants.push_back(applicant(state, id, each));
  allocation_case made{{{"schema", "ccm-alloc/1"},
                        {"policy", policy_of(setup.policy, in.seed.value_or("provisional:" + state.id.value))},
                        {"funds", funds_of(in, setup)},
                        {"applicants", std::move(applicants)}},
                       !in.seed,
                       {}};
  for (auto const& [id, each] : in.funds) made.lost[id] = in.lost(id);
  return made;
}

protocol::result<allocation_case> frozen(sponsorship_state const& in, proposal const& from) {
  auto input = protocol::parse(from.frame, allocation::most::bytes);
  if (!input) return std::unexpected(input.error());
  json applicants = json::array();
  for (auto const& [id, text] : from.applicants) {
    if (text.empty())
      return protocol::reject(error_code::not_now, "/source/proposal",
                              "Somebody in this proposal was erased since; it can no longer be run again.");
    auto read = protocol::parse(text, allocation::most::bytes);
    if (!read) return std::unexpected(read.error());
    applicants.push_back(std::move(*read));
  }
  (*input)["applicants"] = std::move(applicants);
  allocation_case made{std::move(*input), false, {}};
  for (auto const& [id, each] : in.funds) made.lost[id] = in.lost(id);
  return made;
}

}  // namespace

problems setup_problems(meeting_state const& state, protocol::allocation_setup const& setup, std::string const& path) {
  problems found;
  for (auto const& [id, amount] : setup.amounts)
    if (!state.sponsorship.funds.contains(id))
      found.push_back(no_such(path + "/amounts" + "/" + step(id.value), "fund", id.value));
  auto const read = allocation::read_input({{"schema", "ccm-alloc/1"},
                                            {"policy", policy_of(setup.policy, "none")},
                                            {"funds", funds_of(state.sponsorship, setup)},
                                            {"applicants", json::array()}});
  if (read) return found;
  for (auto each : read.error().problems) {
    each.path = path + setup_path(std::move(each.path));
    found.push_back(std::move(each));
  }
  return found;
}

std::string setup_path(std::string path) {
  constexpr std::string_view engines = "/policy/state_cap/default";
  return path == engines ? "/policy/state_cap/usual" : path;
}

protocol::result<allocation_case> allocation_input(meeting_state const& state,
                                                   protocol::allocation_source const& source) {
  auto const& in = state.sponsorship;
  if (source.scenario.has_value() + source.proposal.has_value() + source.setup.has_value() > 1)
    return protocol::reject(error_code::invalid_request, "/source",
                            "Name one of scenario, proposal and setup, not several.");
  if (source.proposal) {
    auto const found = in.proposals.find(*source.proposal);
    if (found == in.proposals.end()) return refuse_unknown("/source/proposal", "proposal", source.proposal->value);
    return frozen(in, found->second);
  }
  if (!in.terms)
    return protocol::reject(error_code::not_now, "", "There are no terms of sponsorship yet; set them first.");
  if (source.scenario) {
    auto const found = in.scenarios.find(*source.scenario);
    if (found == in.scenarios.end()) return refuse_unknown("/source/scenario", "scenario", source.scenario->value);
    return case_of(state, found->second.setup);
  }
  if (source.setup) {
    for (auto const& [id, amount] : source.setup->amounts)
      if (!in.funds.contains(id)) return refuse_unknown("/source/setup/amounts/" + step(id.value), "fund", id.value);
    return case_of(state, *source.setup);
  }
  return case_of(state, {in.terms->policy, {}});
}

}  // namespace dais::domain
