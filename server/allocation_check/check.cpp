#include "server/allocation_check/check.hpp"

#include <set>
#include <utility>

#include "server/allocation_check/difference.hpp"
#include "server/allocation_check/ledger.hpp"
#include "server/allocation_check/pool.hpp"
#include "server/allocation_check/rule.hpp"

namespace dais::allocation_check {
namespace {

json set_of_funds(pool const& all, fund_set funds) {
  auto names = json::array();
  for (std::size_t f = 0; f < all.funds.size(); ++f)
    if (funds >> f & 1) names.push_back(all.funds[f].id);
  return names;
}

json ids(pool const& all, std::vector<std::size_t> const& who) {
  auto list = json::array();
  for (auto const i : who) list.push_back(all.applicants[i].id);
  return list;
}

json granted(pool const& all, outcome const& made) {
  auto list = json::array();
  for (std::size_t s = 0; s < made.seats.size(); ++s) {
    auto const& one = all.applicants[made.seats[s].who];
    list.push_back({{"seat", s + 1},
                    {"id", one.id},
                    {"package", one.packages[made.seats[s].package].code},
                    {"turn", made.seats[s].turn}});
  }
  return list;
}

json refused(pool const& all, outcome const& made) {
  auto object = json::object();
  for (auto const& [i, why] : made.refused) {
    json one = {{"reason", why.reason}, {"step", why.step}, {"turn", why.turn}};
    if (why.money) {
      one["short"] = why.money->amount;
      one["tight"] = set_of_funds(all, why.money->tight);
    }
    object[all.applicants[i].id] = std::move(one);
  }
  return object;
}

json ledger(pool const& all, outcome const& made) {
  auto list = json::array();
  for (auto const& each : prescribed_ledger(all, made.seats))
    list.push_back({{"id", all.applicants[each.who].id}, {"fund", all.funds[each.fund].id}, {"amount", each.amount}});
  return list;
}

json shares(pool const& all, outcome const& made) {
  auto object = json::object();
  for (std::size_t r = 0; r < all.reserves.size(); ++r) {
    auto const inside = members(all, made.seats, r);
    object[all.reserves[r].id] = all.reserves[r].share ? json::array({inside, made.seats.size()}) : json(inside);
  }
  return object;
}

json waiting(pool const& all, outcome const& made) {
  std::vector<std::size_t> who;
  for (auto const& [i, why] : made.refused) who.push_back(i);
  return ids(all, waiting_order(all, made.seats, who));
}

/// For each seat: who enters when that person is withdrawn, everything is refunded, and all others are locked.
json if_cancels(pool const& all, outcome const& made, std::set<std::size_t> const& gated) {
  auto object = json::object();
  locked_seats winners;
  for (auto const& each : made.seats) winners[each.who] = each.package;
  for (auto const& each : made.seats) {
    auto others = winners;
    others.erase(each.who);
    auto absent = gated;
    absent.insert(each.who);
    std::vector<std::size_t> enter;
    for (auto const& seat : run(all, others, absent).seats)
      if (!others.contains(seat.who)) enter.push_back(seat.who);
    object[all.applicants[each.who].id] = ids(all, enter);
  }
  return object;
}

json replay(pool const& all) {
  locked_seats locked;
  std::set<std::size_t> gated;
  auto reasons = json::object();
  for (std::size_t i = 0; i < all.applicants.size(); ++i) {
    auto const& one = all.applicants[i];
    if (one.locked) locked[i] = *one.locked;
    if (one.gates.empty()) continue;
    gated.insert(i);
    reasons[one.id] = one.gates;
  }
  auto const made = run(all, locked, gated);
  json result = {{"schema", "ccm-alloc-result/1"},     {"input_sha256", all.input_sha256},
                 {"policy_sha256", all.policy_sha256}, {"engine", "rt-1.0"},
                 {"granted", granted(all, made)},      {"refused", refused(all, made)},
                 {"gated", std::move(reasons)},        {"ledger", ledger(all, made)},
                 {"shares", shares(all, made)},        {"line", made.line ? json(*made.line) : json()},
                 {"waiting", waiting(all, made)},      {"if_cancels", if_cancels(all, made, gated)}};
  if (made.overcommitted)
    result["overcommitted"] = {{"short", made.overcommitted->amount},
                               {"tight", set_of_funds(all, made.overcommitted->tight)}};
  return result;
}

}  // namespace

std::expected<json, std::vector<finding>> replay(json const& input) {
  auto const all = read(input);
  if (!all) return std::unexpected(all.error());
  return replay(*all);
}

std::vector<finding> check(json const& input, json const& result) {
  auto const all = read(input);
  if (!all) return all.error();
  if (!result.is_object()) return {{document::result, "", "A result has to be an object."}};
  auto found = audit(*all, result);
  for (auto& each : difference(replay(*all), result))
    if (each.path != "/explanations" && found.size() < most_findings) found.push_back(std::move(each));
  return found;
}

}  // namespace dais::allocation_check
