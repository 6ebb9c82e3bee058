// What the published rule promises (P1 to P9, P12 of its specification), for every small allocation.

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/allocation/allocate.hpp"
#include "server/allocation/ledger.hpp"
#include "tests/property/allocation_world.hpp"

namespace dais::allocation {
namespace {

using protocol::json;

std::string text(json const& in, char const* field) { return in.at(field).get<std::string>(); }

/// A seat that was granted, not locked.
std::size_t some_granted(outcome const& of) {
  std::vector<std::size_t> found;
  for (auto const& each : of.seats)
    if (!each.locked) found.push_back(each.given.contender);
  RC_PRE(!found.empty());
  return found[some_index(found.size())];
}

json& applicant_in(json& input, std::string const& id) {
  for (auto& each : input["applicants"])
    if (each["id"] == id) return each;
  RC_FAIL("nobody has the id " + id);
}

std::vector<std::string> entered(json const& result) {
  std::vector<std::string> ids;
  for (auto const& each : result.at("granted"))
    if (each.at("turn") != "LOCKED") ids.push_back(text(each, "id"));
  return ids;
}

RC_GTEST_PROP(allocation, p1_every_line_is_paid_in_full_by_funds_that_may_and_no_fund_is_exceeded, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  auto const payments = ledger(ready, made);
  auto rest = ready.budgets;
  auto next = payments.begin();
  for (auto const& seat : made.seats) {
    for (auto due : ready.contenders[seat.given.contender].packages[seat.given.package].lines) {
      for (; due.amount > 0; ++next) {
        RC_ASSERT(next != payments.end());
        RC_ASSERT(next->contender == seat.given.contender);
        RC_ASSERT(inside(only(next->fund), due.payers));
        RC_ASSERT(next->amount > 0);
        due.amount -= next->amount;
        rest[next->fund] -= next->amount;
      }
      RC_ASSERT(due.amount == 0);
    }
  }
  RC_ASSERT(next == payments.end());
  RC_ASSERT(std::ranges::min(rest) >= 0);
}

RC_GTEST_PROP(allocation, p2_the_order_of_the_applicants_changes_no_byte, ()) {
  auto input = some_input();
  auto const made = protocol::canonical(allocate(input, true).value());
  auto& applicants = input["applicants"].get_ref<json::array_t&>();
  for (std::size_t i = applicants.size(); i > 1; --i) std::swap(applicants[i - 1], applicants[some_index(i)]);
  RC_ASSERT(protocol::canonical(allocate(input, true).value()) == made);
}

RC_GTEST_PROP(allocation, p3_who_is_refused_for_money_could_not_be_paid_with_all_later_seats_withdrawn, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  for (auto const& no : made.refusals) {
    if (no.reason != refused_for::funds) continue;
    auto const before = places(made, static_cast<std::size_t>(no.step));
    std::vector<std::pair<centimes, std::size_t>> lacking;
    auto const& packages = ready.contenders[no.contender].packages;
    for (std::size_t k = 0; k < packages.size(); ++k) {
      RC_ASSERT(!fits(ready, before, {no.contender, k}));
      if (packages[k].payable) lacking.emplace_back(shortage_of(ready, before, {no.contender, k}), k);
    }
    RC_ASSERT(std::ranges::min(lacking) == std::pair(no.lacking.amount, no.package));
  }
}

RC_GTEST_PROP(allocation, every_prefix_of_the_seats_can_be_paid_and_keeps_the_caps, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  RC_ASSERT(overdraft(ready, places(made)) <= 0);
  tally seats(ready);
  for (auto const& each : made.seats) {
    auto const& who = ready.contenders[each.given.contender];
    RC_ASSERT(each.locked || !seats.reached(who));
    seats.seat(who);
  }
}

/// Whether the package asks no set of funds for more than the other one does.
bool asks_no_more(pool const& in, place const& one, place const& than) {
  for (fund_set set = 0; set < only(in.budgets.size()); ++set) {
    centimes sum = 0;
    for (auto const& each : in.contenders[one.contender].packages[one.package].lines)
      if (inside(each.payers, set)) sum += each.amount;
    for (auto const& each : in.contenders[than.contender].packages[than.package].lines)
      if (inside(each.payers, set)) sum -= each.amount;
    if (sum > 0) return false;
  }
  return true;
}

RC_GTEST_PROP(allocation, p4_nobody_out_for_money_can_justly_envy_a_seat, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  auto const rank = [&](std::size_t who) { return std::ranges::find(ready.order, who) - ready.order.begin(); };
  for (auto const& no : made.refusals) {
    if (no.reason != refused_for::funds) continue;
    auto const& out = ready.contenders[no.contender];
    tally seats(ready);
    for (auto const& each : made.seats) {
      auto const& in = ready.contenders[each.given.contender];
      bool const ranked_higher = rank(no.contender) < rank(each.given.contender);
      bool const not_later = seats.round(out.delegation) <= seats.round(in.delegation);
      seats.seat(in);
      if (each.locked || out.reserves != in.reserves || !ranked_higher || !not_later) continue;
      for (std::size_t k = 0; k < out.packages.size(); ++k)
        RC_ASSERT(!asks_no_more(ready, {no.contender, k}, each.given));
    }
  }
}

RC_GTEST_PROP(allocation, p5_an_open_turn_leaves_an_owed_reserve_only_when_none_of_it_is_payable, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  tally seats(ready);
  for (std::size_t s = 0; s < made.seats.size(); ++s) {
    auto const& each = made.seats[s];
    auto const& in = ready.contenders[each.given.contender];
    for (std::size_t r = 0; r < ready.floors.size() && !each.locked && !each.reserve; ++r) {
      if (!seats.owed(r)) continue;
      bool const kept = ready.release == release::exhausted && std::holds_alternative<share_floor>(ready.floors[r]);
      for (auto const other : ready.order) {
        auto const& member = ready.contenders[other];
        auto const earlier = places(made, s);
        bool const seated = std::ranges::any_of(earlier, [&](place const& p) { return p.contender == other; });
        if (!belongs(member.reserves, r) || seated || seats.reached(member)) continue;
        if (kept) RC_ASSERT(std::ranges::none_of(member.packages, &cost::payable));
        if (ready.precedence == precedence::breadth && seats.round(member.delegation) > seats.round(in.delegation))
          continue;
        for (std::size_t k = 0; k < member.packages.size(); ++k) RC_ASSERT(!fits(ready, earlier, {other, k}));
      }
    }
    seats.seat(in);
  }
}

RC_GTEST_PROP(allocation, p6_more_points_never_cost_a_seat, ()) {
  auto input = some_input();
  auto const before = allocate_json(input);
  auto const id = id_of(before, some_granted(before.made));
  applicant_in(input, id)["more"] = true;
  input["policy"]["points"].push_back({{"id", "more"}, {"who", {{"more", true}}}, {"pts", 1 + some_index(4)}});
  auto const after = allocate_json(input);
  RC_ASSERT(is_in(after.made, contender_of(after, id)));
}

RC_GTEST_PROP(allocation, p6_a_lower_cost_never_costs_a_seat, ()) {
  auto input = some_input();
  auto const before = allocate_json(input);
  auto const id = id_of(before, some_granted(before.made));
  for (auto& package : applicant_in(input, id)["packages"])
    for (auto& item : package["items"])
      item["amount"] = some_index(static_cast<std::size_t>(item["amount"].get<int>()) + 1);
  auto const after = allocate_json(input);
  RC_ASSERT(is_in(after.made, contender_of(after, id)));
}

/// Does not hold under `breadth` with `exhausted`: see a_member_of_a_later_round_can_be_held_for_her_own_reserve.
RC_GTEST_PROP(allocation, p6_disclosing_a_reserve_never_costs_a_seat, ()) {
  auto input = some_input();
  RC_PRE(input["policy"]["precedence"] == "reserves" || input["policy"]["release"] == "unpayable");
  auto const before = allocate_json(input);
  auto const id = id_of(before, some_granted(before.made));
  auto& who = applicant_in(input, id);
  if (some_index(2) == 0)
    who["survivor"] = true;
  else
    who["gender"] = "F";
  auto const after = allocate_json(input);
  RC_ASSERT(is_in(after.made, contender_of(after, id)));
}

RC_GTEST_PROP(allocation, p7_with_more_money_the_first_seat_that_differs_is_a_gain_after_the_line, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  RC_PRE(!made.overdrawn);
  auto richer = ready;
  richer.budgets[some_index(richer.budgets.size())] += static_cast<centimes>(1 + some_index(8));
  auto const before = places(made), after = places(draft(richer));
  auto const difference = std::ranges::mismatch(before, after);
  auto const at = static_cast<std::size_t>(difference.in1 - before.begin());
  if (difference.in2 == after.end()) {
    RC_ASSERT(difference.in1 == before.end());
    return;
  }
  RC_ASSERT(made.line.has_value());
  RC_ASSERT(at >= static_cast<std::size_t>(*made.line));
  RC_ASSERT(!fits(ready, places(made, at), *difference.in2));
}

RC_GTEST_PROP(allocation, the_line_is_the_first_refusal_for_money_and_seats_after_it_are_fill, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  for (std::size_t s = 0; s < made.seats.size(); ++s) {
    bool const after = made.line && s >= static_cast<std::size_t>(*made.line) && !made.seats[s].locked;
    RC_ASSERT(made.seats[s].fill == after);
  }
}

RC_GTEST_PROP(allocation, p8_after_a_cancellation_everybody_notified_keeps_their_package, ()) {
  auto input = some_input();
  auto const first = allocate(input).value();
  RC_PRE(!first.at("granted").empty());
  auto const leaves = first["granted"][some_index(first["granted"].size())]["id"].get<std::string>();
  std::map<std::string, std::string> kept;
  for (auto const& seat : first["granted"]) {
    auto& who = applicant_in(input, text(seat, "id"));
    who["status"] = "notified";
    who["granted"] = seat["package"];
    if (seat["id"] != leaves) kept[text(seat, "id")] = text(seat, "package");
  }
  applicant_in(input, leaves)["status"] = "withdrawn";
  applicant_in(input, leaves).erase("granted");
  for (auto const& paid : first["ledger"]) {
    if (paid["id"] != leaves) continue;
    for (auto& fund : input["funds"])
      if (fund["id"] == paid["fund"])
        fund["amount"] = fund["amount"].get<std::int64_t>() -
                         static_cast<std::int64_t>(some_index(static_cast<std::size_t>(paid["amount"].get<int>()) + 1));
  }
  auto const after = allocate(input).value();
  std::map<std::string, std::string> locked;
  for (auto const& seat : after["granted"])
    if (seat["turn"] == "LOCKED") locked[text(seat, "id")] = text(seat, "package");
  RC_ASSERT(locked == kept);
}

RC_GTEST_PROP(allocation, p9_removing_somebody_refused_changes_nothing_for_others_when_money_is_not_held, ()) {
  auto input = some_input();
  input["policy"]["release"] = "unpayable";
  auto const before = allocate(input).value();
  RC_PRE(!before.at("refused").empty());
  auto refused = before.at("refused");
  auto gone = refused.begin();
  std::advance(gone, some_index(refused.size()));
  auto& applicants = input["applicants"].get_ref<json::array_t&>();
  std::erase_if(applicants, [&](json const& each) { return each["id"] == gone.key(); });
  refused.erase(gone);
  auto const after = allocate(input).value();
  RC_ASSERT(after.at("refused") == refused);
  RC_ASSERT(after.at("granted").size() == before.at("granted").size());
  for (std::size_t s = 0; s < before.at("granted").size(); ++s)
    for (auto const* const part : {"id", "package"}) RC_ASSERT(after["granted"][s][part] == before["granted"][s][part]);
}

RC_GTEST_PROP(allocation, p12_the_ledger_has_at_most_one_split_less_than_there_are_funds, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  std::size_t lines = 0;
  for (auto const& each : made.seats)
    lines += ready.contenders[each.given.contender].packages[each.given.package].lines.size();
  RC_ASSERT(ledger(ready, made).size() <= lines + ready.budgets.size() - 1);
}

RC_GTEST_PROP(allocation, an_overcommitted_input_grants_nothing_and_names_the_worst_set, ()) {
  auto const [from, ready, made] = allocate_json(some_input());
  auto const owed = overdraft(ready, ready.locked);
  RC_ASSERT(made.overdrawn.has_value() == (owed > 0));
  if (!made.overdrawn) return;
  RC_ASSERT(made.overdrawn->amount == owed);
  RC_ASSERT(made.seats.empty() && made.refusals.empty());
}

RC_GTEST_PROP(allocation, who_would_enter_is_who_enters_when_somebody_withdraws, ()) {
  auto input = some_input();
  auto const first = allocate(input).value();
  RC_PRE(!first.at("granted").empty());
  auto const leaves = first["granted"][some_index(first["granted"].size())]["id"].get<std::string>();
  for (auto const& seat : first["granted"]) {
    auto& who = applicant_in(input, text(seat, "id"));
    who["status"] = seat["id"] == leaves ? "withdrawn" : "notified";
    who.erase("granted");
    if (seat["id"] != leaves) who["granted"] = seat["package"];
  }
  RC_ASSERT(entered(allocate(input).value()) == first.at("if_cancels").at(leaves).get<std::vector<std::string>>());
}

RC_GTEST_PROP(allocation, everybody_is_granted_refused_or_gated_once_and_the_refused_wait, ()) {
  auto const input = some_input();
  auto const made = allocate(input).value();
  if (made.contains("overcommitted")) return;
  std::vector<std::string> ids, all;
  auto waiting = made.at("waiting").get<std::vector<std::string>>();
  for (auto const& each : made.at("granted")) ids.push_back(text(each, "id"));
  std::vector<std::string> refused;
  for (auto const& [id, why] : made.at("refused").items()) refused.push_back(id);
  ids.insert(ids.end(), refused.begin(), refused.end());
  for (auto const& [id, gates] : made.at("gated").items()) ids.push_back(id);
  for (auto const& each : input.at("applicants")) all.push_back(text(each, "id"));
  std::ranges::sort(ids);
  std::ranges::sort(all);
  std::ranges::sort(waiting);
  RC_ASSERT(ids == all);
  RC_ASSERT(waiting == refused);
}

}  // namespace
}  // namespace dais::allocation
