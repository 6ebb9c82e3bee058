#include "server/allocation_check/ledger.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "server/allocation_check/payments.hpp"
#include "server/allocation_check/spot.hpp"

namespace dais::allocation_check {
namespace {

/// The most restricted first.
std::vector<std::size_t> funds_in_order(pool const& all) {
  std::vector<std::size_t> order(all.funds.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t f) { return std::tie(all.funds[f].applicants, all.funds[f].id); });
  return order;
}

bool may_pay(line const& debt, std::size_t fund) { return debt.funds >> fund & 1; }

/// A line of a granted seat that still has to be paid.
struct open_line {
  std::string id;
  line debt;
};

/// Whether that member of an object is that text.
bool names(json const& object, char const* member, std::string const& text) {
  auto const found = object.find(member);
  return found != object.end() && found->is_string() && found->get_ref<std::string const&>() == text;
}

/// Every line of the seats that the result grants, in order.
std::vector<open_line> lines_of(pool const& all, json const& result) {
  std::vector<open_line> lines;
  auto const seats = result.find("granted");
  if (seats == result.end() || !seats->is_array()) return lines;
  for (auto const& each : *seats) {
    if (!each.is_object()) continue;
    auto const person =
        std::ranges::find_if(all.applicants, [&](applicant const& one) { return names(each, "id", one.id); });
    if (person == all.applicants.end()) continue;
    auto const granted =
        std::ranges::find_if(person->packages, [&](package const& one) { return names(each, "package", one.code); });
    if (granted == person->packages.end()) continue;
    for (auto const& debt : granted->lines) lines.push_back({person->id, debt});
  }
  return lines;
}

}  // namespace

std::vector<ledger_entry> prescribed_ledger(pool const& all, std::vector<seat> const& seats) {
  payments money(all.funds);
  for (auto const& each : seats) money.owe(all.applicants[each.who].packages[each.package].lines);
  auto const order = funds_in_order(all);
  std::vector<ledger_entry> ledger;
  for (auto const& each : seats)
    for (auto rest : all.applicants[each.who].packages[each.package].lines) {
      // What is settled stays owed by one fund alone, so that all other debts leave it be.
      money.forgive(rest);
      for (auto const f : order) {
        if (!may_pay(rest, f)) continue;
        auto trial = money;
        auto const most = rest.amount - trial.owe({.amount = rest.amount, .funds = fund_set{1} << f});
        if (most == 0) continue;
        money.owe({.amount = most, .funds = fund_set{1} << f});
        ledger.push_back({each.who, f, most});
        rest.amount -= most;
      }
    }
  return ledger;
}

std::vector<finding> audit(pool const& all, json const& result) {
  std::vector<finding> found;
  auto const say = [&](std::string path, std::string words) {
    if (found.size() < most_findings) found.push_back({document::result, std::move(path), std::move(words)});
  };
  auto const ledger = result.find("ledger");
  if (ledger == result.end() || !ledger->is_array()) return found;
  auto const lines = lines_of(all, result);
  std::size_t at = 0;
  std::int64_t paid = 0;  // of the line at hand
  std::vector<std::int64_t> left;
  for (auto const& each : all.funds) left.push_back(each.budget);
  for (std::size_t e = 0; e < ledger->size(); ++e) {
    auto const& entry = (*ledger)[e];
    auto const path = "/ledger/" + std::to_string(e);
    if (!entry.is_object() || !entry.contains("amount") || !entry["amount"].is_number_integer()) return found;
    auto const amount = entry["amount"].get<std::int64_t>();
    auto const fund = std::ranges::find_if(all.funds, [&](auto const& one) { return names(entry, "fund", one.id); });
    if (fund == all.funds.end()) {
      say(path + "/fund", "There is no such fund.");
      return found;
    }
    if (amount <= 0) {
      say(path + "/amount", "A payment is more than nothing.");
      return found;
    }
    auto const f = static_cast<std::size_t>(fund - all.funds.begin());
    if (amount > left[f])
      say(path + "/amount", "This is " + std::to_string(amount - left[f]) + " more than the fund has left.");
    left[f] -= std::min(left[f], amount);
    if (at == lines.size() || !names(entry, "id", lines[at].id)) {
      say(path + "/id", "No line of this seat is to be paid here.");
      return found;
    }
    if (!may_pay(lines[at].debt, f)) say(path + "/fund", "This fund may not pay this line of the seat.");
    if (amount > lines[at].debt.amount - paid) {
      say(path + "/amount",
          "This is " + std::to_string(amount - (lines[at].debt.amount - paid)) + " more than the line costs.");
      return found;
    }
    paid += amount;
    if (paid == lines[at].debt.amount) {
      ++at;
      paid = 0;
    }
  }
  if (at < lines.size()) say("/ledger", "A line of the seat of " + lines[at].id + " is not fully paid.");
  return found;
}

}  // namespace dais::allocation_check
