#include "server/app/letters.hpp"

#include <algorithm>

namespace dais::app {
namespace {

namespace topics = protocol::topics;
using office::refusal_cause;

std::string own_language(topics::application const& of) {
  auto const known = catalogue::languages();
  if (of.language)
    for (auto const& each : catalogue::less_and_less_specific(of.language->value))
      if (std::ranges::find(known, each) != known.end()) return each;
  return "en";
}

/// The policy under which these people were told.
protocol::allocation_policy policy_at(sponsorship_facts const& facts, protocol::instant notified) {
  for (auto const& [id, each] : facts.allocations.proposals)
    if (each.notified == notified) return each.setup.policy;
  return facts.terms.terms ? facts.terms.terms->policy : protocol::allocation_policy{};
}

std::string package_name(sponsorship_facts const& facts, protocol::field_id const& code) {
  if (facts.terms.terms)
    for (auto const& each : facts.terms.terms->packages.items)
      if (each.code == code) return facts.text(each.name);
  return code.value;
}

office::letter_award award_of(sponsorship_facts const& facts, topics::award const& granted) {
  office::letter_award out{package_name(facts, granted.package), {}, granted.total, granted.answer_by};
  for (auto const& each : granted.costs)
    if (each.amount.value != 0) out.costs.push_back({facts.kind_words(each.kind), each.amount});
  return out;
}

office::letter_refusal refusal_of(sponsorship_facts const& facts, topics::told_refusal const& told) {
  auto const policy = policy_at(facts, told.notified);
  auto const colon = told.reason.find(':');
  auto const kind = told.reason.substr(0, colon);
  auto const which = colon == std::string::npos ? std::string() : told.reason.substr(colon + 1);
  office::letter_refusal out{refusal_cause::other, {}, told.lacking, told.place};
  if (kind == "FUNDS") out.cause = refusal_cause::funds;
  if (kind == "NO_ELIGIBLE_FUND") out.cause = refusal_cause::no_eligible_fund;
  if (kind == "STATE_CAP") out.cause = refusal_cause::delegation_cap;
  if (kind == "CAP") {
    out.cause = refusal_cause::ceiling;
    out.labels.push_back(label_in(facts, policy.caps.items, which));
  }
  if (kind == "HELD") {
    out.cause = refusal_cause::held;
    out.labels.push_back(label_in(facts, policy.reserves.items, which));
  }
  if (kind == "GATE") {
    out.cause = refusal_cause::gates;
    for (auto const& gate : told.gates) out.labels.push_back(label_in(facts, policy.gates.items, gate));
  }
  return out;
}

}  // namespace

std::optional<office::letter_paper> letter_to(sponsorship_facts facts, protocol::application_id const& application) {
  auto const found = facts.sponsorship.applications.find(application);
  if (found == facts.sponsorship.applications.end()) return std::nullopt;
  auto const& of = found->second;
  bool const granted = stands(of);
  if (!of.name || (!granted && (of.award || !of.refusal))) return std::nullopt;
  if (facts.language.empty()) facts.language = own_language(of);
  facts.now = granted ? of.award->notified : of.refusal->notified;
  office::letter_paper out{facts.head(), facts.meeting.details.currency.value, application.value,
                           *of.name,     facts.text(of.delegation_name),       {}};
  if (granted)
    out.decision = award_of(facts, *of.award);
  else
    out.decision = refusal_of(facts, *of.refusal);
  return out;
}

}  // namespace dais::app
