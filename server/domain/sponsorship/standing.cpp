#include "server/domain/sponsorship/standing.hpp"

#include <algorithm>

namespace dais::domain {
namespace {

using protocol::cost_item;

void add(std::vector<cost_item>& costs, protocol::cost_kind const& kind, std::int64_t amount) {
  if (amount == 0) return;
  auto const found = std::ranges::find(costs, kind, &cost_item::kind);
  if (found != costs.end())
    found->amount.value += amount;
  else
    costs.push_back({kind, {amount}});
}

std::vector<cost_item> costs_by(protocol::fare_table const& table, application const& of) {
  std::optional<protocol::field_id> route;
  if (of.assessment) route = of.assessment->route;
  if (!route && !table.routes.items.empty()) route = table.routes.items.front().id;
  auto const fare = std::ranges::find_if(table.fares.items, [&](protocol::fare const& each) {
    return each.delegation == of.delegation && each.route == route;
  });
  if (fare == table.fares.items.end()) return {};
  std::vector<cost_item> costs;
  add(costs, table.fare_kind, fare->amount.value);
  for (auto const& each : table.rates.items)
    add(costs, each.kind, each.amount.value * (each.per == protocol::rate_basis::night ? table.nights : 1));
  if (table.companion_kind && of.details && of.details->companion)
    add(costs, *table.companion_kind, total(costs).value);
  return costs;
}

}  // namespace

protocol::centimes total(std::vector<cost_item> const& costs) {
  protocol::centimes sum;
  for (auto const& each : costs) sum.value += each.amount.value;
  return sum;
}

std::vector<protocol::field_id> missing_files(sponsorship_state const& in, application const& of) {
  std::vector<protocol::field_id> missing;
  if (!in.terms) return missing;
  for (auto const& each : in.terms->files.items)
    if (each.required && !of.files.contains(each.id)) missing.push_back(each.id);
  return missing;
}

std::optional<protocol::instant> completed(sponsorship_state const& in, application const& of) {
  if (!of.details) return std::nullopt;
  auto last = of.received;
  if (!in.terms) return last;
  for (auto const& each : in.terms->files.items) {
    if (!each.required) continue;
    auto const found = of.files.find(each.id);
    if (found == of.files.end()) return std::nullopt;
    last = std::max(last, found->second.attached);
  }
  return last;
}

bool on_time(sponsorship_state const& in, application const& of) {
  auto const since = completed(in, of);
  return !in.terms || !since || *since <= in.terms->closes;
}

std::vector<cost_item> costs_of(sponsorship_state const& in, application const& of) {
  if (!of.costs.empty() || !in.terms) return of.costs;
  return costs_by(in.terms->fares, of);
}

}  // namespace dais::domain
