// From a scenario to a decision that two people approved, and everybody is told.

#include <algorithm>
#include <map>

#include "protocol/codec.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/allocating.hpp"
#include "server/domain/sponsorship/decide.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::json;
using protocol::reject;

/// How many different people have to approve.
constexpr std::size_t enough_approvals = 2;

std::string text(json const& in) { return in.get<std::string>(); }
std::int64_t number(json const& in) { return in.get<std::int64_t>(); }

std::optional<protocol::rejection> not_proposable(sponsorship_state const& in,
                                                  protocol::topics::scenario const& scenario) {
  using protocol::rejection;
  if (!in.seed)
    return rejection(error_code::not_now, "",
                     "The lots are not drawn yet; a run with provisional lots can never be approved.");
  if (scenario.setup.policy.release == protocol::money_release::unpayable && !scenario.release_reason)
    return rejection(error_code::not_now, "/scenario",
                     "This scenario releases held money; say why first, as a decision of its own.");
  return std::nullopt;
}

/// The proposal of that id, while it is open.
protocol::result<proposal const*> find_open(sponsorship_state const& in, protocol::proposal_id const& id) {
  auto const found = in.proposals.find(id);
  if (found == in.proposals.end()) return refuse_unknown("/proposal", "proposal", id.value);
  if (found->second.shown.superseded)
    return reject(error_code::not_now, "/proposal", "A later proposal took the place of this one; look at that.");
  if (found->second.shown.notified)
    return reject(error_code::nothing_to_do, "/proposal",
                  "Everybody was notified of this proposal already; nothing is left to do.");
  return &found->second;
}

protocol::result<allocation_run> checked_run(allocation_case of) {
  auto run = run_allocation(std::move(of));
  if (run && !borne_out(*run))
    return reject(error_code::internal, "", "The checker does not bear out this allocation. Nothing was saved.");
  return run;
}

/// Everybody who gets a seat now, or is told no, as events.
class telling {
public:
  telling(meeting_state const& state, protocol::proposal_id const& id, allocation_run const& run,
          protocol::instant answer_by)
      : x_state(state), x_id(id), x_run(run), x_answer_by(answer_by) {
    for (auto const& each : run.of.input.at("applicants")) x_applicants[text(each.at("id"))] = &each;
  }

  /// not_now where an award would go to an application that is no longer there.
  protocol::result<std::vector<meeting_event>> events(protocol::sponsorship::notified& counted) {
    for (auto const& each : x_run.result.at("granted")) {
      protocol::application_id const id{text(each.at("id"))};
      auto const& to = x_state.sponsorship.applications.at(id);
      bool const locked = each.at("turn") == "LOCKED";
      if (!to.stands() || (!locked && !to.details))
        return reject(
            error_code::not_now, "/proposal",
            "An application in this proposal was withdrawn, declined or erased since; propose again without it.",
            {{"name", id.value}});
      if (locked) continue;
      award(id, to.delegation, text(each.at("package")));
      ++counted.awards;
    }
    auto const& waiting = x_run.result.at("waiting");
    for (std::size_t i = 0; i < waiting.size(); ++i) x_places[text(waiting[i])] = static_cast<std::int64_t>(i) + 1;
    for (auto const& [id, why] : x_run.result.at("refused").items()) {
      refusal_words words{
          text(why.at("reason")), {}, {}, x_places.contains(id) ? std::optional(x_places[id]) : std::nullopt};
      if (why.contains("short")) words.lacking = {number(why.at("short"))};
      counted.refusals += refuse_to({id}, std::move(words));
    }
    for (auto const& [id, gates] : x_run.result.at("gated").items())
      counted.refusals += refuse_to({id}, {"GATE", gates.get<std::vector<std::string>>(), {}, {}});
    return std::move(x_events);
  }

private:
  void award(protocol::application_id const& id, protocol::delegation_id const& delegation,
             std::string const& package) {
    std::vector<protocol::cost_item> costs;
    for (auto const& each : x_applicants.at(id.value)->at("packages"))
      if (each.at("code") == package)
        for (auto const& item : each.at("items"))
          costs.push_back({{text(item.at("kind"))}, {number(item.at("amount"))}});
    std::vector<fund_share> shares;
    for (auto const& each : x_run.result.at("ledger")) {
      if (each.at("id") != id.value) continue;
      protocol::fund_id const fund{text(each.at("fund"))};
      auto const same = std::ranges::find(shares, fund, &fund_share::fund);
      auto const amount = number(each.at("amount"));
      if (same != shares.end())
        same->amount.value += amount;
      else
        shares.push_back({fund, {amount}});
    }
    x_events.emplace_back(
        award_given{id, delegation, x_id, {package}, std::move(costs), std::move(shares), x_answer_by});
  }

  /// Whether there is anything to tell that was not said before.
  bool refuse_to(protocol::application_id const& id, refusal_words words) {
    auto const& to = x_state.sponsorship.applications.at(id);
    if (!to.stands() || !to.details) return false;
    auto const& said = to.refusal;
    bool const same = said && said->reason == words.reason && said->gates == words.gates;
    if (same && said->lacking == words.lacking && said->place == words.place) return false;
    x_events.emplace_back(
        refusal_told{id, to.delegation, {protocol::person_id{to.member.value}, std::move(words)}, !same});
    return true;
  }

  meeting_state const& x_state;
  protocol::proposal_id const& x_id;
  allocation_run const& x_run;
  protocol::instant x_answer_by;
  std::map<std::string, json const*> x_applicants;
  std::map<std::string, std::int64_t> x_places;
  std::vector<meeting_event> x_events;
};

}  // namespace

decision<protocol::sponsorship::propose> decide(meeting_state const& state,
                                                protocol::sponsorship::propose const& command, context const& with) {
  auto const& in = state.sponsorship;
  auto const found = in.scenarios.find(command.scenario);
  if (found == in.scenarios.end()) return refuse_unknown("/scenario", "scenario", command.scenario.value);
  auto const& scenario = found->second;
  if (scenario.version != command.version) return refuse_stale("scenario", scenario.version);
  if (auto const no = not_proposable(in, scenario)) return std::unexpected(*no);
  auto input = allocation_input(state, {command.scenario, {}, {}});
  if (!input) return std::unexpected(input.error());
  auto const run = checked_run(std::move(*input));
  if (!run) return std::unexpected(run.error());
  if (run->result.contains("overcommitted"))
    return reject(error_code::not_now, "/scenario",
                  "The awards notified already cost more than the funds hold; add money before anything else.");
  protocol::proposal_id const id{with.fresh()};
  auto frame = run->of.input;
  frame.erase("applicants");
  std::vector<meeting_event> events;
  auto const count = [&](char const* what) { return static_cast<std::int64_t>(run->result.at(what).size()); };
  events.emplace_back(allocation_proposed{id, with.by.account, scenario.name, scenario.setup, scenario.release_reason,
                                          protocol::canonical(frame), run->hash(), text(run->result.at("input_sha256")),
                                          text(run->result.at("policy_sha256")), *in.seed, count("granted"),
                                          count("refused") + count("gated")});
  for (auto const& each : run->of.input.at("applicants")) {
    protocol::application_id const application{text(each.at("id"))};
    protocol::person_id const person{in.applications.at(application).member.value};
    events.emplace_back(applicant_frozen{id, application, {person, protocol::canonical(each)}});
  }
  return decided<meeting_event, protocol::sponsorship::proposed>{std::move(events), {id, run->hash()}};
}

decision<protocol::sponsorship::approve> decide(meeting_state const& state,
                                                protocol::sponsorship::approve const& command, context const& with) {
  auto const found = find_open(state.sponsorship, command.proposal);
  if (!found) return std::unexpected(found.error());
  auto const& shown = (*found)->shown;
  if (shown.hash != command.hash.value)
    return reject(error_code::stale, "/hash", "This is not the hash of the proposal; look at the proposal again.",
                  {{"hash", shown.hash}});
  if (!with.by.account) return reject(error_code::forbidden, "", "Only a person can approve a proposal.");
  if (std::ranges::any_of(shown.approvals, [&](auto const& each) { return each.by == *with.by.account; }))
    return reject(error_code::already_there, "/proposal",
                  "You have approved this proposal; somebody else has to approve it too.");
  if (shown.approvals.size() >= enough_approvals)
    return reject(error_code::nothing_to_do, "/proposal", "Two people have approved this proposal; nothing is left.");
  return accepted{{allocation_approved{command.proposal, *with.by.account, shown.hash}}, {}};
}

decision<protocol::sponsorship::notify> decide(meeting_state const& state, protocol::sponsorship::notify const& command,
                                               context const& with) {
  auto const found = find_open(state.sponsorship, command.proposal);
  if (!found) return std::unexpected(found.error());
  if ((*found)->shown.approvals.size() < enough_approvals)
    return reject(error_code::not_now, "/proposal", "Two different people have to approve this proposal first.");
  auto input = allocation_input(state, {{}, command.proposal, {}});
  if (!input) {
    input.error().problems.front().path = "/proposal";
    return std::unexpected(input.error());
  }
  auto const run = checked_run(std::move(*input));
  if (!run) return std::unexpected(run.error());
  if (run->hash() != (*found)->shown.hash)
    return reject(error_code::internal, "",
                  "The allocation comes out otherwise than it was approved. Nothing was done.");
  auto const answer_by = with.now + std::chrono::days(state.sponsorship.terms->answer_days);
  protocol::sponsorship::notified counted;
  auto events = telling(state, command.proposal, *run, answer_by).events(counted);
  if (!events) return std::unexpected(events.error());
  events->emplace_back(allocation_notified{command.proposal});
  return decided<meeting_event, protocol::sponsorship::notified>{std::move(*events), counted};
}

}  // namespace dais::domain
