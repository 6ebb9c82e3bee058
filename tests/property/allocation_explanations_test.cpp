// P10 and P11: explanations are exact minima, found again by trying every smaller change.

#include <algorithm>
#include <functional>
#include <optional>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "server/allocation/write_result.hpp"
#include "tests/property/allocation_world.hpp"

namespace dais::allocation {
namespace {

using protocol::json;

/// The smallest of 1 … most for which `change` of the input gives the applicant a seat.
json smallest(input const& from, std::string const& id, std::int64_t most,
              std::function<void(input&, std::int64_t)> const& change) {
  for (std::int64_t by = 1; by <= most; ++by) {
    auto changed = from;
    change(changed, by);
    auto const after = allocate_again(std::move(changed));
    if (is_in(after.made, contender_of(after, id))) return by;
  }
  return nullptr;
}

centimes everything(input const& from) {
  centimes sum = 0;
  for (auto const& who : from.applicants)
    for (auto const& package : who.packages)
      for (auto const& each : package.items) sum += each.amount;
  return sum;
}

RC_GTEST_PROP(allocation, p10_a_top_up_is_the_smallest_that_gives_a_seat, ()) {
  auto const before = allocate_json(some_input());
  auto const why = write_explanations(before.from, before.ready, before.made, explain(before.ready, before.made));
  RC_PRE(!why.empty());
  auto const fund = some_index(before.from.funds.size());
  // Up to a third of a fund is contingency, in these inputs.
  auto const most = everything(before.from) * 3 / 2 + 2;
  for (auto const& [id, each] : why.items())
    RC_ASSERT(each.at("top_up").at(before.from.funds[fund].id) ==
              smallest(before.from, id, most, [&](input& in, std::int64_t by) { in.funds[fund].amount += by; }));
}

/// The smallest sum of cuts of one package that gives a seat; tries every way to cut it, item by item.
std::optional<centimes> smallest_cut(input const& from, std::size_t applicant, std::size_t package, std::size_t item,
                                     centimes cut, std::optional<centimes> best) {
  if (best && cut >= *best) return best;
  auto const& items = from.applicants[applicant].packages[package].items;
  if (item == items.size()) {
    auto const after = allocate_again(from);
    return is_in(after.made, contender_of(after, from.applicants[applicant].id)) ? cut : best;
  }
  auto changed = from;
  for (centimes by = 0; by <= items[item].amount; ++by) {
    changed.applicants[applicant].packages[package].items[item].amount = items[item].amount - by;
    best = smallest_cut(changed, applicant, package, item + 1, cut + by, best);
  }
  return best;
}

RC_GTEST_PROP(allocation, p10_a_cost_cut_is_the_smallest_that_gives_a_seat, ()) {
  auto const before = allocate_json(some_input());
  std::vector<refusal> for_money;
  for (auto const& no : before.made.refusals)
    if (no.reason == refused_for::funds) for_money.push_back(no);
  RC_PRE(!for_money.empty());
  auto const& no = for_money[some_index(for_money.size())];
  auto const applicant = before.ready.contenders[no.contender].applicant;
  std::optional<centimes> best;
  for (std::size_t k = 0; k < before.from.applicants[applicant].packages.size(); ++k)
    if (before.ready.contenders[no.contender].packages[k].payable)
      best = smallest_cut(before.from, applicant, k, 0, 0, best);
  RC_ASSERT(best == no.lacking.amount);
  centimes sum = 0;
  for (auto const& each : explain(before.ready, before.made))
    if (each.contender == no.contender)
      for (auto const& cut : each.cuts) sum += cut.by;
  RC_ASSERT(sum == no.lacking.amount);
}

RC_GTEST_PROP(allocation, p11_more_points_are_the_smallest_that_give_a_seat, ()) {
  auto const before = allocate_json(some_input());
  auto const why = write_explanations(before.from, before.ready, before.made, explain(before.ready, before.made));
  RC_PRE(!why.empty());
  for (auto const& [id, each] : why.items())
    RC_ASSERT(each.at("points") == smallest(before.from, id, 6, [&](input& in, std::int64_t by) {
                for (auto& who : in.applicants) who.attributes["raised"] = who.id == id;
                in.policy.points.push_back({"raised", {{"raised", {true}}}, by});
              }));
}

}  // namespace
}  // namespace dais::allocation
