#include "tests/property/allocation_world.hpp"

#include <algorithm>

#include <rapidcheck.h>

#include "server/allocation/allocate.hpp"
#include "server/allocation/prepare.hpp"
#include "server/allocation/read_input.hpp"
#include "tests/support/allocation_input.hpp"

namespace dais::allocation {
namespace {

using protocol::json;

/// At every size of the property, so that even its first cases are short of money.
int below(int end) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, end)); }
bool one_in(int chance) { return below(chance) == chance - 1; }

json some_package(std::string const& code, int most_items) {
  std::vector<std::pair<std::string, std::int64_t>> items;
  char const* const kinds[] = {"airfare", "dsa", "assistant"};
  for (int i = 0; i <= below(most_items); ++i) items.emplace_back(kinds[below(3)], below(5));
  return support::package(code, items);
}

json some_applicant(int number) {
  json made = support::applicant("P" + std::to_string(number), std::string(1, static_cast<char>('A' + below(4))), 0,
                                 {{"score", below(4)},
                                  {"gender", one_in(2) ? "F" : "M"},
                                  {"survivor", one_in(3)},
                                  {"party", !one_in(4)},
                                  {"region", one_in(2) ? "AFR" : "ASI"},
                                  {"complete", !one_in(8)}});
  if (one_in(3)) made["nomination_rank"] = 1 + below(2);
  if (one_in(8)) made["status"] = "withdrawn";
  made["packages"] = json::array({some_package("FULL", 3)});
  if (one_in(2)) made["packages"].push_back(some_package("PART", 2));
  return made;
}

json some_fund(int number) {
  json const earmarks[] = {json::object(), {{"survivor", true}}, {{"region", {"AFR", "PAC"}}}};
  json const kinds[] = {nullptr, {"airfare"}, {"airfare", "dsa"}};
  return support::fund("F" + std::to_string(number), below(12), earmarks[one_in(2) ? below(3) : 0],
                       kinds[one_in(3) ? below(3) : 0]);
}

json some_policy() {
  json made = support::plain_input()["policy"];
  made["contingency_bp"] = one_in(3) ? below(4) * 1000 : 0;
  made["rounds"] = !one_in(4);
  made["precedence"] = one_in(3) ? "breadth" : "reserves";
  made["release"] = one_in(2) ? "unpayable" : "exhausted";
  for (int score = 1; score < 4; ++score) made["points"].push_back(support::points_for_score(score));
  made["state_cap"]["default"] = 1 + below(3);
  if (!one_in(3)) made["reserves"].push_back(support::count("survivors", {{"survivor", true}}, below(3)));
  if (!one_in(3)) made["reserves"].push_back(support::share("women", {{"gender", "F"}}, 1 + below(2), 2 + below(2)));
  if (made["reserves"].size() == 2 && one_in(3)) std::swap(made["reserves"][0], made["reserves"][1]);
  if (one_in(3)) made["caps"].push_back({{"id", "nonparty"}, {"who", {{"party", false}}}, {"value", below(3)}});
  if (one_in(2)) made["gates"].push_back({{"id", "complete"}, {"who", {{"complete", true}}}});
  return made;
}

/// Some of those whom a run gives a seat are told so.
void notify_some(json& input) {
  auto const made = allocate(input).value();
  for (auto const& seat : made.at("granted")) {
    if (one_in(2)) continue;
    for (auto& each : input["applicants"]) {
      if (each["id"] != seat["id"]) continue;
      each["status"] = "notified";
      each["granted"] = seat["package"];
    }
  }
  // Money that is gone, or has come since.
  for (auto& each : input["funds"])
    if (one_in(4)) each["amount"] = std::max(0, each["amount"].get<int>() + below(5) - 1);
}

}  // namespace

std::size_t some_index(std::size_t count) { return static_cast<std::size_t>(below(static_cast<int>(count))); }

json some_input() {
  json made = support::plain_input();
  made["policy"] = some_policy();
  int const funds = 1 + below(3), applicants = 1 + below(8);
  for (int i = 0; i < funds; ++i) made["funds"].push_back(some_fund(i));
  for (int i = 0; i < applicants; ++i) made["applicants"].push_back(some_applicant(i));
  if (one_in(3)) notify_some(made);
  return made;
}

allocated allocate_again(input from) {
  auto ready = prepare(from);
  auto made = draft(ready);
  return {std::move(from), std::move(ready), std::move(made)};
}

allocated allocate_json(json const& from) { return allocate_again(read_input(from).value()); }

std::vector<place> places(outcome const& of) { return places(of, of.seats.size()); }

std::vector<place> places(outcome const& of, std::size_t count) {
  std::vector<place> found;
  for (std::size_t s = 0; s < count; ++s) found.push_back(of.seats[s].given);
  return found;
}

bool is_in(outcome const& of, std::size_t contender) {
  return std::ranges::any_of(of.seats, [&](seat const& each) { return each.given.contender == contender; });
}

std::string const& id_of(allocated const& in, std::size_t contender) {
  return in.from.applicants[in.ready.contenders[contender].applicant].id;
}

std::size_t contender_of(allocated const& in, std::string const& id) {
  for (std::size_t c = 0; c < in.ready.contenders.size(); ++c)
    if (id_of(in, c) == id) return c;
  RC_FAIL("nobody has the id " + id);
}

namespace {

std::vector<line> const& lines_of(pool const& of, place const& seat) {
  return of.contenders[seat.contender].packages[seat.package].lines;
}

/// What is owed only inside `set`, less what it holds.
centimes excess(pool const& of, std::vector<place> const& seats, fund_set set) {
  centimes sum = 0;
  for (auto const& seat : seats)
    for (auto const& each : lines_of(of, seat))
      if (inside(each.payers, set)) sum += each.amount;
  for (std::size_t i = 0; i < of.budgets.size(); ++i)
    if (inside(only(i), set)) sum -= of.budgets[i];
  return sum;
}

}  // namespace

centimes overdraft(pool const& of, std::vector<place> const& seats) {
  auto worst = excess(of, seats, 0);
  for (fund_set set = 1; set < only(of.budgets.size()); ++set) worst = std::max(worst, excess(of, seats, set));
  return worst;
}

centimes shortage_of(pool const& of, std::vector<place> seats, place more) {
  seats.push_back(more);
  centimes worst = 0;
  for (fund_set set = 1; set < only(of.budgets.size()); ++set)
    if (std::ranges::any_of(lines_of(of, more), [&](line const& each) { return inside(each.payers, set); }))
      worst = std::max(worst, excess(of, seats, set));
  return worst;
}

bool fits(pool const& of, std::vector<place> seats, place more) {
  seats.push_back(more);
  return overdraft(of, seats) <= 0;
}

}  // namespace dais::allocation
