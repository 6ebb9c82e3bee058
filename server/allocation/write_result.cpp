#include "server/allocation/write_result.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "server/allocation/prepare.hpp"

namespace dais::allocation {
namespace {

using protocol::json;

/// The names behind the numbers of a pool.
class names {
public:
  names(input const& from, pool const& ready) : x_from(from), x_ready(ready) {}

  applicant const& of(std::size_t contender) const {
    return x_from.applicants[x_ready.contenders[contender].applicant];
  }
  std::string const& id(std::size_t contender) const { return of(contender).id; }
  json ids(std::vector<std::size_t> const& contenders) const {
    json list = json::array();
    for (auto const each : contenders) list.push_back(id(each));
    return list;
  }
  json funds(fund_set set) const {
    json list = json::array();
    for (std::size_t i = 0; i < x_from.funds.size(); ++i)
      if (inside(only(i), set)) list.push_back(x_from.funds[i].id);
    return list;
  }
  std::string turn(std::optional<std::size_t> reserve) const {
    return reserve ? "RESERVE:" + x_from.policy.reserves[*reserve].id : "OPEN";
  }
  std::string reason(refusal const& no) const {
    switch (no.reason) {
      case refused_for::state_cap:
        return "STATE_CAP";
      case refused_for::ceiling:
        return "CAP:" + x_from.policy.caps[no.which].id;
      case refused_for::no_eligible_fund:
        return "NO_ELIGIBLE_FUND";
      case refused_for::funds:
        return "FUNDS";
      case refused_for::held:
        return "HELD:" + x_from.policy.reserves[no.which].id;
    }
    return {};
  }

private:
  input const& x_from;
  pool const& x_ready;
};

json write_seat(seat const& each, std::size_t number, names const& named) {
  auto turn = each.locked ? "LOCKED" : named.turn(each.reserve);
  if (each.fill) turn += "+FILL";
  return {{"seat", number},
          {"id", named.id(each.given.contender)},
          {"package", named.of(each.given.contender).packages[each.given.package].code},
          {"turn", std::move(turn)}};
}

json write_refusal(refusal const& no, names const& named) {
  json made = {{"reason", named.reason(no)}, {"step", no.step}, {"turn", named.turn(no.reserve)}};
  if (no.reason == refused_for::funds) {
    made["short"] = no.lacking.amount;
    made["tight"] = named.funds(no.lacking.tight);
  }
  return made;
}

/// A share as [members, seats], a count as a number.
json write_shares(policy const& by, tally const& seats) {
  json made = json::object();
  for (std::size_t r = 0; r < by.reserves.size(); ++r) {
    json const members = seats.members(r);
    auto const share = std::holds_alternative<share_floor>(by.reserves[r].floor);
    made[by.reserves[r].id] = share ? json::array({members, seats.seats()}) : members;
  }
  return made;
}

/// A cut names the items by the funds that may pay them.
json write_cost(explanation const& why, refusal const& no, names const& named) {
  if (!why.package) return nullptr;
  json cuts = json::array();
  for (auto const& each : why.cuts) cuts.push_back({{"by", each.by}, {"payable_by", named.funds(each.payers)}});
  return {{"package", named.of(why.contender).packages[*why.package].code},
          {"short", no.lacking.amount},
          {"cuts", std::move(cuts)}};
}

json write_top_ups(explanation const& why, input const& from) {
  json made = json::object();
  for (std::size_t i = 0; i < from.funds.size(); ++i) {
    auto const& fund = from.funds[i];
    auto const bp = from.policy.contingency_bp;
    auto const enough = why.top_ups[i] ? amount_of(budget_of(fund.amount, bp) + *why.top_ups[i], bp) : std::nullopt;
    made[fund.id] = enough ? json(*enough - fund.amount) : json(nullptr);
  }
  return made;
}

}  // namespace

json write_decision(input const& from, pool const& ready, outcome const& of, std::vector<payment> const& ledger) {
  names const named(from, ready);
  json made = {{"granted", json::array()},
               {"refused", json::object()},
               {"gated", json::object()},
               {"ledger", json::array()},
               {"shares", write_shares(from.policy, of.tally)},
               {"line", of.line ? json(*of.line) : json(nullptr)}};
  for (std::size_t s = 0; s < of.seats.size(); ++s) made["granted"].push_back(write_seat(of.seats[s], s + 1, named));
  for (auto const& each : of.refusals) made["refused"][named.id(each.contender)] = write_refusal(each, named);
  for (auto const& each : ready.left_out) made["gated"][from.applicants[each.applicant].id] = each.reasons;
  for (auto const& each : ledger)
    made["ledger"].push_back(
        {{"id", named.id(each.contender)}, {"fund", from.funds[each.fund].id}, {"amount", each.amount}});
  if (of.overdrawn)
    made["overcommitted"] = {{"short", of.overdrawn->amount}, {"tight", named.funds(of.overdrawn->tight)}};
  return made;
}

void add_outlook(json& into, input const& from, pool const& ready, std::vector<std::size_t> const& waiting,
                 std::vector<cancellation> const& cancelled) {
  names const named(from, ready);
  into["waiting"] = named.ids(waiting);
  auto& table = into["if_cancels"] = json::object();
  for (auto const& each : cancelled) table[named.id(each.leaves)] = named.ids(each.enter);
}

json write_explanations(input const& from, pool const& ready, outcome const& of, std::vector<explanation> const& why) {
  names const named(from, ready);
  json made = json::object();
  for (std::size_t i = 0; i < why.size(); ++i)
    made[named.id(why[i].contender)] = {{"cost", write_cost(why[i], of.refusals[i], named)},
                                        {"top_up", write_top_ups(why[i], from)},
                                        {"points", why[i].points ? json(*why[i].points) : json(nullptr)}};
  return made;
}

}  // namespace dais::allocation
