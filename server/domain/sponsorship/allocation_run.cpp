// Running an allocation, and what it comes to in the terms of the wire.

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "server/allocation/allocate.hpp"
#include "server/allocation/conditions.hpp"
#include "server/allocation/digests.hpp"
#include "server/allocation/explain.hpp"
#include "server/allocation/prepare.hpp"
#include "server/allocation/read_input.hpp"
#include "server/allocation/write_result.hpp"
#include "server/allocation_check/check.hpp"
#include "server/domain/sponsorship/allocating.hpp"

namespace dais::domain {
namespace {

using protocol::application_id;
using protocol::json;

std::vector<protocol::fund_id> funds_in(json const& names) {
  std::vector<protocol::fund_id> out;
  for (auto const& each : names) out.push_back({each.get<std::string>()});
  return out;
}

std::vector<application_id> ids_in(json const& names) {
  std::vector<application_id> out;
  for (auto const& each : names) out.push_back({each.get<std::string>()});
  return out;
}

std::string text(json const& in) { return in.get<std::string>(); }
std::int64_t number(json const& in) { return in.get<std::int64_t>(); }

std::vector<std::string> words_in(json const& names) { return names.get<std::vector<std::string>>(); }

/// The engine's own form of a run: the input read, made ready and drafted once more.
struct replay {
  allocation::input input;
  allocation::pool pool;
  allocation::outcome drafted;

  explicit replay(json const& from)
      : input(allocation::read_input(from).value()),
        pool(allocation::prepare(input)),
        drafted(allocation::draft(pool)) {}

  allocation::applicant const& applicant(std::size_t contender) const {
    return input.applicants[pool.contenders[contender].applicant];
  }
  /// What the rule finds for one of the refused alone.
  protocol::smallest_changes changes(allocation::refusal const& of) const {
    auto alone = drafted;
    alone.refusals = {of};
    auto const found = allocation::write_explanations(input, pool, alone, allocation::explain(pool, alone));
    auto const& why = found.front();
    protocol::smallest_changes out;
    if (auto const& cost = why.at("cost"); !cost.is_null())
      out.cost = {{text(cost.at("package"))}, {number(cost.at("short"))}};
    for (auto const& [fund, more] : why.at("top_up").items())
      if (!more.is_null()) out.top_up[{fund}] = {number(more)};
    if (auto const& points = why.at("points"); !points.is_null()) out.points = number(points);
    return out;
  }
};

void add_seats(protocol::allocation_outcome& out, json const& result) {
  std::map<std::string, std::int64_t> amounts;
  for (auto const& each : result.at("ledger")) {
    auto const amount = number(each.at("amount"));
    amounts[text(each.at("id"))] += amount;
    out.ledger.push_back({{text(each.at("id"))}, {text(each.at("fund"))}, {amount}});
  }
  constexpr std::string_view conditional = "+FILL";
  for (auto const& each : result.at("granted")) {
    auto turn = text(each.at("turn"));
    bool const fill = turn.ends_with(conditional);
    if (fill) turn.resize(turn.size() - conditional.size());
    out.granted.push_back({number(each.at("seat")),
                           {text(each.at("id"))},
                           {text(each.at("package"))},
                           std::move(turn),
                           fill,
                           {amounts[text(each.at("id"))]}});
  }
}

void add_refused(protocol::allocation_outcome& out, json const& result) {
  for (auto const& [id, each] : result.at("refused").items()) {
    auto& refused = out.refused[{id}];
    refused.reason = text(each.at("reason"));
    refused.step = number(each.at("step"));
    refused.turn = text(each.at("turn"));
    if (each.contains("short")) refused.lacking = {number(each.at("short"))};
    if (each.contains("tight")) refused.tight = funds_in(each.at("tight"));
  }
  for (auto const& [id, each] : result.at("gated").items()) out.gated[{id}] = words_in(each);
  out.waiting = ids_in(result.at("waiting"));
  for (auto const& [id, each] : result.at("if_cancels").items()) out.if_cancels[{id}] = ids_in(each);
}

void add_money(protocol::allocation_outcome& out, allocation_case const& of, replay const& run) {
  for (auto const& each : run.input.funds) {
    auto const budget = allocation::budget_of(each.amount, run.input.policy.contingency_bp);
    std::int64_t paid = 0;
    for (auto const& part : out.ledger)
      if (part.fund.value == each.id) paid += part.amount.value;
    auto const lost = of.lost.find({each.id});
    out.funds[{each.id}] = {{each.amount},
                            lost == of.lost.end() ? protocol::centimes{} : lost->second,
                            {each.amount - budget},
                            {paid},
                            {std::max<std::int64_t>(budget - paid, 0)}};
  }
}

void add_reserves(protocol::allocation_outcome& out, replay const& run) {
  auto const seats = run.drafted.tally.seats();
  for (std::size_t r = 0; r < run.input.policy.reserves.size(); ++r) {
    auto const& each = run.input.policy.reserves[r];
    auto const* const share = std::get_if<allocation::share_floor>(&each.floor);
    auto const floor = share ? (share->num * seats + share->den - 1) / share->den
                             : std::get<allocation::count_floor>(each.floor).seats;
    out.reserves[{each.id}] = {run.drafted.tally.members(r), floor};
  }
}

void add_points(protocol::allocation_outcome& out, replay const& run) {
  for (std::size_t c = 0; c < run.pool.contenders.size(); ++c) {
    auto const& who = run.applicant(c);
    auto& given = out.points[{who.id}];
    given.points = run.pool.contenders[c].points;
    for (auto const& each : run.input.policy.points)
      if (allocation::holds(each.who, who)) given.lines.push_back({each.id});
  }
  for (auto const each : run.pool.order) out.order.push_back({run.applicant(each).id});
}

/// The reserve for which money is held, and what would fund the first of its members who lacks only money.
void add_held(protocol::allocation_outcome& out, replay const& run) {
  auto const& refusals = run.drafted.refusals;
  auto const held = std::ranges::find(refusals, allocation::refused_for::held, &allocation::refusal::reason);
  if (held == refusals.end()) return;
  out.held.emplace().reserve = {run.input.policy.reserves[held->which].id};
  auto const first = std::ranges::find_if(refusals, [&](allocation::refusal const& each) {
    return each.reason == allocation::refused_for::funds &&
           allocation::belongs(run.pool.contenders[each.contender].reserves, held->which);
  });
  if (first == refusals.end()) return;
  out.held->application = application_id{run.applicant(first->contender).id};
  out.held->top_up = run.changes(*first).top_up;
}

}  // namespace

std::string allocation_run::hash() const { return allocation::sha256(protocol::canonical(result)).hex(); }

protocol::result<allocation_run> run_allocation(allocation_case of) {
  auto result = allocation::allocate(of.input);
  if (!result) {
    for (auto& each : result.error().problems) each.path = "/source/setup" + setup_path(std::move(each.path));
    return std::unexpected(std::move(result.error()));
  }
  return allocation_run{std::move(of), std::move(*result)};
}

bool borne_out(allocation_run const& run) { return allocation_check::check(run.of.input, run.result).empty(); }

protocol::allocation_outcome outcome_of(allocation_run const& run) {
  protocol::allocation_outcome out;
  out.hash = run.hash();
  out.input_sha256 = text(run.result.at("input_sha256"));
  out.policy_sha256 = text(run.result.at("policy_sha256"));
  out.seed = text(run.of.input.at("policy").at("seed"));
  out.provisional = run.of.provisional;
  if (auto const& line = run.result.at("line"); !line.is_null()) out.line = number(line);
  if (auto const found = run.result.find("overcommitted"); found != run.result.end())
    out.overcommitted = {{number(found->at("short"))}, funds_in(found->at("tight"))};
  add_seats(out, run.result);
  add_refused(out, run.result);
  replay const again(run.of.input);
  add_money(out, run.of, again);
  add_reserves(out, again);
  add_points(out, again);
  add_held(out, again);
  return out;
}

std::optional<protocol::smallest_changes> changes_for(allocation_run const& run, application_id const& application) {
  replay const again(run.of.input);
  for (auto const& each : again.drafted.refusals)
    if (again.applicant(each.contender).id == application.value) return again.changes(each);
  return std::nullopt;
}

}  // namespace dais::domain
