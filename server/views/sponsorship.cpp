#include "server/views/sponsorship.hpp"

#include "server/domain/sponsorship/standing.hpp"

namespace dais::views {

namespace {

/// What is known of a member now; nothing where they have left or were forgotten.
std::optional<protocol::member_details> details_of(domain::registration_area const& registration,
                                                   domain::application const& of) {
  auto const delegation = registration.delegations.find(of.delegation);
  if (delegation == registration.delegations.end()) return std::nullopt;
  auto const member = delegation->second.members.find(of.member);
  if (member == delegation->second.members.end()) return std::nullopt;
  auto const& [approved, draft, leaving, erased, version] = member->second;
  return approved ? approved->details : draft ? draft->details : std::nullopt;
}

void add_member(protocol::topics::application& to, protocol::member_details const& member) {
  to.name = (member.name_latin ? *member.name_latin : member.name).value;
  to.gender = member.gender;
  to.language = member.language;
  to.has_address = member.email.has_value();
}

void add_decision(protocol::topics::application& to, protocol::application_id const& id,
                  domain::application const& of) {
  to.refusal = of.refusal;
  to.letter = of.letter;
  if (!of.award) return;
  to.award = of.award->granted;
  for (auto const& [fund, amount] : of.award->shares) to.payments.push_back({id, fund, amount});
  to.cancelled_because = of.award->reason;
  to.lost = of.award->lost;
}

protocol::topics::own_application own(domain::sponsorship_state const& in, domain::application const& of) {
  protocol::topics::own_application shown;
  shown.member = of.member;
  shown.details = of.details;
  shown.state = of.state;
  shown.files = of.files;
  shown.missing = domain::missing_files(in, of);
  shown.received = of.received;
  shown.completed = domain::completed(in, of);
  shown.on_time = domain::on_time(in, of);
  if (of.award) shown.award = of.award->granted;
  shown.refusal = of.refusal;
  shown.version = of.version;
  return shown;
}

template <class Wanted>
protocol::topics::own_sponsorship own_of(domain::sponsorship_state const& in, Wanted&& wanted) {
  protocol::topics::own_sponsorship shown;
  for (auto const& [id, each] : in.applications)
    if (wanted(each)) shown.applications[id] = own(in, each);
  return shown;
}

}  // namespace

protocol::topics::sponsorship sponsorship_view(domain::meeting_state const& state) {
  auto const& in = state.sponsorship;
  protocol::topics::sponsorship shown;
  for (auto const& [id, each] : in.applications) {
    auto& application = shown.applications[id];
    application.delegation = each.delegation;
    if (auto const of = state.registration.delegations.find(each.delegation);
        of != state.registration.delegations.end())
      application.delegation_name = of->second.name;
    application.member = each.member;
    if (auto const member = details_of(state.registration, each)) add_member(application, *member);
    application.details = each.details;
    application.state = each.state;
    application.costs = domain::costs_of(in, each);
    application.costs_entered = !each.costs.empty();
    application.total = domain::total(application.costs);
    application.assessment = each.assessment;
    application.files = each.files;
    application.missing = domain::missing_files(in, each);
    application.received = each.received;
    application.completed = domain::completed(in, each);
    application.on_time = domain::on_time(in, each);
    add_decision(application, id, each);
    application.version = each.version;
  }
  shown.funds = in.funds;
  for (auto& [id, fund] : shown.funds) fund.lost = in.lost(id);
  return shown;
}

protocol::topics::own_sponsorship own_sponsorship_view(domain::meeting_state const& state,
                                                       protocol::delegation_id const& delegation) {
  return own_of(state.sponsorship, [&](domain::application const& each) { return each.delegation == delegation; });
}

protocol::topics::own_sponsorship own_sponsorship_view(domain::meeting_state const& state,
                                                       protocol::member_id const& member) {
  return own_of(state.sponsorship, [&](domain::application const& each) { return each.member == member; });
}

protocol::topics::published_terms published_terms_view(domain::meeting_state const& state) {
  auto const& in = state.sponsorship;
  protocol::topics::published_terms shown;
  if (in.terms) {
    shown.closes = in.terms->closes;
    shown.answer_days = in.terms->answer_days;
    shown.packages = in.terms->packages;
    shown.files = in.terms->files;
    shown.assessments = in.terms->assessments;
    shown.labels = in.terms->labels;
    shown.policy = in.terms->policy;
  }
  shown.seed = in.seed;
  if (in.seed) shown.seed_source = in.seed_source;
  shown.drawn = in.drawn;
  return shown;
}

protocol::topics::whole_terms whole_terms_view(domain::meeting_state const& state) {
  return {state.sponsorship.terms, state.sponsorship.terms_version};
}

protocol::topics::allocations allocations_view(domain::meeting_state const& state) {
  protocol::topics::allocations shown;
  shown.scenarios = state.sponsorship.scenarios;
  for (auto const& [id, each] : state.sponsorship.proposals) shown.proposals[id] = each.shown;
  return shown;
}

}  // namespace dais::views
