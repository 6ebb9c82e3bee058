#include "server/domain/sponsorship/apply.hpp"

namespace dais::domain {
namespace {

/// Trials that are shown; the journal has all of them.
constexpr std::size_t shown_trials = 50;

application& touch(sponsorship_state& sponsorship, protocol::application_id const& id, position const& at) {
  application& touched = sponsorship.applications[id];
  touched.version = at.at;
  return touched;
}

}  // namespace

void apply(sponsorship_state& sponsorship, terms_set const& event, position const& at) {
  sponsorship.terms = event.terms;
  sponsorship.terms_version = at.at;
}

void apply(sponsorship_state& sponsorship, lots_drawn const& event, position const& at) {
  sponsorship.seed = event.seed;
  sponsorship.seed_source = event.source;
  sponsorship.drawn = at.now;
}

void apply(sponsorship_state& sponsorship, allocation_tried const& event, position const& at) {
  auto& [newest, count] = sponsorship.trials;
  newest.insert(newest.begin(), {at.now, event.by, event.scenario, event.hash, event.granted, event.provisional});
  if (newest.size() > shown_trials) newest.pop_back();
  ++count;
}

void apply(sponsorship_state& sponsorship, scenario_saved const& event, position const& at) {
  auto& saved = sponsorship.scenarios[event.scenario];
  saved.name = event.name;
  saved.setup = event.setup;
  if (event.setup.policy.release == protocol::money_release::exhausted) saved.release_reason.reset();
  saved.by = event.by;
  saved.changed = at.now;
  saved.version = at.at;
}

void apply(sponsorship_state& sponsorship, scenario_removed const& event, position const&) {
  sponsorship.scenarios.erase(event.scenario);
}

void apply(sponsorship_state& sponsorship, held_money_released const& event, position const& at) {
  auto& released = sponsorship.scenarios[event.scenario];
  released.setup.policy.release = protocol::money_release::unpayable;
  released.release_reason = event.reason;
  released.by = event.by;
  released.changed = at.now;
  released.version = at.at;
}

void apply(sponsorship_state& sponsorship, allocation_proposed const& event, position const& at) {
  for (auto& [id, each] : sponsorship.proposals)
    if (!each.shown.notified) each.shown.superseded = true;
  auto& made = sponsorship.proposals[event.proposal];
  made.frame = event.frame;
  auto& shown = made.shown;
  shown.name = event.name;
  shown.setup = event.setup;
  shown.release_reason = event.release_reason;
  shown.hash = event.hash;
  shown.input_sha256 = event.input_sha256;
  shown.policy_sha256 = event.policy_sha256;
  shown.seed = event.seed;
  shown.granted = event.granted;
  shown.refused = event.refused;
  shown.by = event.by;
  shown.at = at.now;
}

void apply(sponsorship_state& sponsorship, applicant_frozen const& event, position const&) {
  sponsorship.proposals[event.proposal].applicants[event.application] = event.applicant.data.value_or("");
}

void apply(sponsorship_state& sponsorship, allocation_approved const& event, position const& at) {
  sponsorship.proposals[event.proposal].shown.approvals.push_back({event.by, at.now});
}

void apply(sponsorship_state& sponsorship, allocation_notified const& event, position const& at) {
  sponsorship.proposals[event.proposal].shown.notified = at.now;
}

void apply(sponsorship_state& sponsorship, award_given const& event, position const& at) {
  auto& to = touch(sponsorship, event.application, at);
  protocol::centimes total;
  for (auto const& each : event.costs) total.value += each.amount.value;
  to.award.emplace();
  to.award->granted = {event.proposal, event.package,   event.costs, total, protocol::award_state::notified,
                       at.now,         event.answer_by, std::nullopt};
  to.award->shares = event.shares;
  to.refusal.reset();
  to.letter.emplace();
}

void apply(sponsorship_state& sponsorship, refusal_told const& event, position const& at) {
  auto& to = touch(sponsorship, event.application, at);
  auto const why = event.why.data.value_or(refusal_words{});
  to.refusal = {at.now, why.reason, why.gates, why.lacking, why.place};
  if (event.writes) to.letter.emplace();
}

void apply(sponsorship_state& sponsorship, letter_sent const& event, position const& at) {
  touch(sponsorship, event.application, at).letter = {at.now, event.by_email};
}

void apply(sponsorship_state& sponsorship, award_answered const& event, position const& at) {
  auto& answered = touch(sponsorship, event.application, at).award;
  answered->granted.state = event.accepts ? protocol::award_state::accepted : protocol::award_state::declined;
  answered->granted.answered = at.now;
}

void apply(sponsorship_state& sponsorship, award_cancelled const& event, position const& at) {
  auto& cancelled = touch(sponsorship, event.application, at).award;
  if (cancelled->granted.state != protocol::award_state::declined)
    cancelled->granted.state = protocol::award_state::cancelled;
  cancelled->granted.answered = at.now;
  if (event.reason.data) cancelled->reason = event.reason.data->value;
  cancelled->lost = event.lost;
}

void forget(sponsorship_state& sponsorship, protocol::member_id const& member, position const& at) {
  for (auto& [id, application] : sponsorship.applications) {
    if (application.member != member) continue;
    application.details.reset();
    application.assessment.reset();
    for (auto& [file_id, file] : application.files) file.file = {};
    if (application.award) application.award->reason.reset();
    if (application.refusal) {
      auto const told = application.refusal->notified;
      application.refusal.emplace().notified = told;
    }
    application.version = at.at;
    for (auto& [proposal_id, proposal] : sponsorship.proposals)
      if (auto const frozen = proposal.applicants.find(id); frozen != proposal.applicants.end()) frozen->second.clear();
  }
}

}  // namespace dais::domain
