#include "tests/support/exhaustive_allocation.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include <sodium/crypto_hash_sha256.h>

namespace dais::support {
namespace {

using nlohmann::json;

struct debt {
  std::int64_t amount = 0;
  unsigned mask = 0;
  auto operator<=>(debt const&) const = default;
};

struct person {
  std::string id, delegation;
  std::int64_t points = 0, rank = 1;
  std::string lot;
  std::vector<std::string> codes;
  std::vector<std::vector<debt>> packages;
  int locked = -1;
  json attributes;
};

struct world {
  std::vector<person> people;  // not gated, in canonical order
  std::vector<std::int64_t> budgets;
  std::vector<std::string> funds;
  json policy;
};

bool fits(json const& who, json const& one) {
  for (auto const& [attribute, wanted] : who.items()) {
    if (!one.contains(attribute)) return false;
    auto const one_of = wanted.is_array() ? wanted : json::array({wanted});
    if (std::find(one_of.begin(), one_of.end(), one.at(attribute)) == one_of.end()) return false;
  }
  return true;
}

std::string lot_of(std::string const& text) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
  crypto_hash_sha256(hash.data(), reinterpret_cast<unsigned char const*>(text.data()), text.size());
  std::string hex;
  for (auto const byte : hash) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

std::vector<debt> debts_of(json const& input, json const& one, json const& items) {
  std::map<unsigned, std::int64_t> sums;
  for (auto const& item : items) {
    unsigned mask = 0, bit = 1;
    for (auto const& fund : input.at("funds")) {
      auto const kinds = fund.value("components", json());
      bool const pays = kinds.is_null() || std::find(kinds.begin(), kinds.end(), item.at("kind")) != kinds.end();
      if (pays && fits(fund.value("earmark", json::object()), one)) mask |= bit;
      bit <<= 1;
    }
    if (item.at("amount") != 0) sums[mask] += item.at("amount").get<std::int64_t>();
  }
  std::vector<debt> debts;
  for (auto const& [mask, amount] : sums) debts.push_back({amount, mask});
  std::ranges::sort(debts);
  return debts;
}

world build(json const& input) {
  world out{.policy = input.at("policy")};
  for (auto const& fund : input.at("funds")) {
    auto const amount = fund.at("amount").get<std::int64_t>();
    out.budgets.push_back(amount - amount * out.policy.value("contingency_bp", 300) / 10000);
    out.funds.push_back(fund.at("id").get<std::string>());
  }
  for (auto const& one : input.at("applicants")) {
    auto const status = one.value("status", "candidate");
    bool stands = true;
    for (auto const& gate : out.policy.at("gates")) stands = stands && fits(gate.at("who"), one);
    if (status == "withdrawn" || (status == "candidate" && !stands)) continue;
    person next{.id = one.at("id").get<std::string>(), .delegation = one.at("delegation").get<std::string>()};
    for (auto const& line : out.policy.at("points"))
      if (fits(line.at("who"), one)) next.points += line.at("pts").get<std::int64_t>();
    next.rank = one.value("nomination_rank", std::int64_t{1});
    next.lot = lot_of(out.policy.at("seed").get<std::string>() + ":" + next.id);
    for (auto const& package : one.at("packages")) {
      next.codes.push_back(package.at("code").get<std::string>());
      next.packages.push_back(debts_of(input, one, package.at("items")));
      if (status == "notified" && one.at("granted") == next.codes.back())
        next.locked = static_cast<int>(next.codes.size()) - 1;
    }
    next.attributes = one;
    out.people.push_back(std::move(next));
  }
  std::ranges::sort(out.people, {},
                    [](person const& each) { return std::tuple(-each.points, each.rank, each.lot, each.id); });
  return out;
}

/// A package for each person, -1 for none.
using choice = std::vector<int>;

class search {
public:
  explicit search(world const& all)
      : x_all(all),
        x_policy(all.policy),
        x_inside(std::size_t{1} << all.budgets.size()),
        x_chosen(all.people.size(), -1) {}

  std::optional<std::vector<int>> best() {
    for (std::size_t i = 0; i < x_all.people.size(); ++i)
      if (x_all.people[i].locked >= 0) take(i, x_all.people[i].locked);
    x_locked = x_chosen;
    if (!money_works()) return std::nullopt;
    walk(0);
    std::vector<int> order;
    for (std::size_t i = 0; i < x_locked.size(); ++i)
      if (x_locked[i] >= 0) order.push_back(static_cast<int>(i));
    for (auto const& step : x_best) order.push_back(step.who);
    return order;
  }

  choice const& packages() const { return x_best_choice; }

private:
  using key = std::array<int, 4>;  // the better, the smaller
  struct step {
    int who;
    key rank;
  };

  void take(std::size_t i, int k) {
    change(i, k, 1);
    x_chosen[i] = k;
  }
  void leave(std::size_t i) {
    change(i, x_chosen[i], -1);
    x_chosen[i] = -1;
  }
  void change(std::size_t i, int k, int sign) {
    for (auto const& each : x_all.people[i].packages[static_cast<std::size_t>(k)])
      for (unsigned set = 0; set < x_inside.size(); ++set)
        if ((each.mask & ~set) == 0) x_inside[set] += sign * each.amount;
  }

  bool money_works() const {
    for (unsigned set = 0; set < x_inside.size(); ++set) {
      std::int64_t budget = 0;
      for (std::size_t f = 0; f < x_all.budgets.size(); ++f)
        if (set >> f & 1) budget += x_all.budgets[f];
      if (x_inside[set] > budget) return false;
    }
    return true;
  }

  int seats_of(choice const& set, std::string const& delegation) const {
    int seats = 0;
    for (std::size_t i = 0; i < set.size(); ++i) seats += set[i] >= 0 && x_all.people[i].delegation == delegation;
    return seats;
  }

  int count_of(choice const& set, json const& who) const {
    int seats = 0;
    for (std::size_t i = 0; i < set.size(); ++i) seats += set[i] >= 0 && fits_cached(who, i);
    return seats;
  }

  bool fits_cached(json const& who, std::size_t i) const {
    auto& known = x_known[&who];
    if (known.empty())
      for (auto const& each : x_all.people) known.push_back(fits(who, each.attributes));
    return known[i];
  }

  bool caps_allow(choice const& before, std::size_t i) const {
    auto const& d = x_all.people[i].delegation;
    auto const& caps = x_policy.at("state_cap");
    auto const cap =
        caps.at("overrides").contains(d) ? caps.at("overrides").at(d).get<int>() : caps.at("default").get<int>();
    if (seats_of(before, d) >= cap) return false;
    for (auto const& each : x_policy.at("caps"))
      if (fits_cached(each.at("who"), i) && count_of(before, each.at("who")) >= each.at("value").get<int>())
        return false;
    return true;
  }

  void walk(std::size_t i) {
    if (i == x_all.people.size()) return consider();
    walk(i + 1);
    if (x_chosen[i] >= 0) return;
    if (!caps_allow(x_chosen, i)) return;
    for (int k = 0; k < static_cast<int>(x_all.people[i].packages.size()); ++k) {
      take(i, k);
      if (money_works()) walk(i + 1);
      leave(i);
    }
  }

  bool owed(choice const& prefix, json const& reserve) const {
    auto const inside = count_of(prefix, reserve.at("who"));
    auto const seats = static_cast<int>(std::ranges::count_if(prefix, [](int k) { return k >= 0; }));
    if (reserve.at("kind") == "count") return inside < reserve.at("value").get<int>();
    return inside * reserve.at("den").get<int>() < reserve.at("num").get<int>() * (seats + 1);
  }

  static constexpr int open = 1000;

  key rank(choice const& prefix, std::size_t i, int k) const {
    int first = open, at = 0;
    for (auto const& each : x_policy.at("reserves")) {
      if (first == open && fits_cached(each.at("who"), i) && owed(prefix, each)) first = at;
      ++at;
    }
    auto const round = x_policy.at("rounds").get<bool>() ? seats_of(prefix, x_all.people[i].delegation) : 0;
    if (x_policy.at("precedence") == "breadth") return {round, first, static_cast<int>(i), k};
    return {first, round, static_cast<int>(i), k};
  }

  bool is_open(key const& one) const { return one[x_policy.at("precedence") == "breadth" ? 1 : 0] == open; }

  bool has_eligible_package(std::size_t i) const {
    return std::ranges::any_of(x_all.people[i].packages, [](std::vector<debt> const& debts) {
      return std::ranges::all_of(debts, [](debt const& one) { return one.mask != 0; });
    });
  }

  bool money_is_held(choice const& prefix) const {
    if (x_policy.at("release") != "exhausted") return false;
    for (auto const& each : x_policy.at("reserves")) {
      if (each.at("kind") != "share" || !owed(prefix, each)) continue;
      for (std::size_t i = 0; i < prefix.size(); ++i)
        if (prefix[i] < 0 && fits_cached(each.at("who"), i) && caps_allow(prefix, i) && has_eligible_package(i))
          return true;
    }
    return false;
  }

  /// The draft sequence of the set chosen; nothing where it is inadmissible.
  std::optional<std::vector<step>> draft() const {
    auto prefix = x_locked;
    std::vector<bool> examined(prefix.size());
    std::vector<step> steps;
    for (;;) {
      std::optional<step> next;
      for (std::size_t i = 0; i < prefix.size(); ++i)
        if (x_chosen[i] >= 0 && prefix[i] < 0)
          if (auto const here = rank(prefix, i, x_chosen[i]); !next || here < next->rank)
            next = {static_cast<int>(i), here};
      if (!next) return steps;
      bool const held = money_is_held(prefix);
      for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (examined[i] || prefix[i] >= 0) continue;
        auto const here = rank(prefix, i, 0);
        bool const passed = static_cast<int>(i) == next->who || here < next->rank;
        if (passed && is_open(here) && held) return std::nullopt;
        if (passed) examined[i] = true;
      }
      auto const who = static_cast<std::size_t>(next->who);
      prefix[who] = x_chosen[who];
      steps.push_back(*next);
    }
  }

  void consider() {
    auto const steps = draft();
    if (!steps) return;
    auto const better = [&] {
      for (std::size_t s = 0; s < std::min(steps->size(), x_best.size()); ++s)
        if ((*steps)[s].rank != x_best[s].rank) return (*steps)[s].rank < x_best[s].rank;
      return steps->size() > x_best.size();
    };
    if (x_best_choice.empty() || better()) {
      x_best = *steps;
      x_best_choice = x_chosen;
    }
  }

  world const& x_all;
  json const& x_policy;
  std::vector<std::int64_t> x_inside;  // by set of funds: owed by no fund outside
  choice x_chosen, x_locked, x_best_choice;
  std::vector<step> x_best;
  mutable std::map<json const*, std::vector<bool>> x_known;
};

std::vector<debt> const* debts_of(world const& all, allocated_seat const& seat) {
  for (auto const& each : all.people)
    for (std::size_t k = 0; k < each.codes.size(); ++k)
      if (each.id == seat.id && each.codes[k] == seat.package) return &each.packages[k];
  return nullptr;
}

void append(std::vector<debt>& to, std::vector<debt> const& more) { to.insert(to.end(), more.begin(), more.end()); }

std::int64_t sum_inside(std::vector<debt> const& debts, unsigned set) {
  std::int64_t sum = 0;
  for (auto const& each : debts)
    if ((each.mask & ~set) == 0) sum += each.amount;
  return sum;
}

std::int64_t sum_of(std::vector<std::int64_t> const& budgets, unsigned set) {
  std::int64_t sum = 0;
  for (std::size_t f = 0; f < budgets.size(); ++f)
    if (set >> f & 1) sum += budgets[f];
  return sum;
}

bool payable(std::vector<debt> const& debts, std::vector<std::int64_t> const& budgets) {
  for (unsigned set = 0; set < 1U << budgets.size(); ++set)
    if (sum_inside(debts, set) > sum_of(budgets, set)) return false;
  return true;
}

}  // namespace

std::optional<std::vector<allocated_seat>> exhaustive_allocation(json const& input) {
  auto const all = build(input);
  search every(all);
  auto const order = every.best();
  if (!order) return std::nullopt;
  std::vector<allocated_seat> seats;
  for (auto const i : *order) {
    auto const& one = all.people[static_cast<std::size_t>(i)];
    seats.push_back({one.id, one.codes[static_cast<std::size_t>(every.packages()[static_cast<std::size_t>(i)])]});
  }
  return seats;
}

std::optional<missing_money> money_missing(json const& input, std::vector<allocated_seat> const& seats,
                                           std::optional<allocated_seat> const& extra) {
  auto const all = build(input);
  std::vector<debt> debts;
  for (auto const& seat : seats) append(debts, *debts_of(all, seat));
  auto const* const more = extra ? debts_of(all, *extra) : nullptr;
  if (more) append(debts, *more);
  if (more && sum_inside(*more, 0) > 0) return missing_money{sum_inside(*more, 0), {}};
  std::optional<missing_money> worst;
  for (unsigned set = 0; set < 1U << all.budgets.size(); ++set) {
    if (more && std::ranges::none_of(*more, [&](debt const& one) { return (one.mask & ~set) == 0; })) continue;
    auto const excess = sum_inside(debts, set) - sum_of(all.budgets, set);
    if (excess <= (worst ? worst->amount : 0)) continue;
    worst = {excess, {}};
    for (std::size_t f = 0; f < all.funds.size(); ++f)
      if (set >> f & 1) worst->tight.push_back(all.funds[f]);
  }
  return worst;
}

json exhaustive_ledger(json const& input, std::vector<allocated_seat> const& seats) {
  auto const all = build(input);
  std::vector<std::size_t> order;
  std::vector<int> applicants(all.funds.size());
  for (std::size_t f = 0; f < all.funds.size(); ++f) {
    order.push_back(f);
    for (auto const& each : all.people)
      applicants[f] += std::ranges::any_of(each.packages, [&](auto const& debts) {
        return std::ranges::any_of(debts, [&](debt const& one) { return (one.mask >> f & 1) != 0; });
      });
  }
  std::ranges::sort(order, {}, [&](std::size_t f) { return std::pair(applicants[f], all.funds[f]); });
  struct owed_line {
    std::string id;
    debt owed;
  };
  std::vector<owed_line> lines;
  std::vector<debt> debts;
  for (auto const& seat : seats)
    for (auto const& each : *debts_of(all, seat)) {
      lines.push_back({seat.id, each});
      debts.push_back(each);
    }
  auto budgets = all.budgets;
  auto ledger = json::array();
  for (std::size_t at = 0; at < lines.size(); ++at)
    for (auto const f : order) {
      if ((debts[at].mask >> f & 1) == 0) continue;
      auto const leaves_all_payable = [&](std::int64_t amount) {
        auto trial = debts;
        auto rest = budgets;
        trial[at].amount -= amount;
        rest[f] -= amount;
        return payable(trial, rest);
      };
      std::int64_t good = 0, bad = std::min(debts[at].amount, budgets[f]) + 1;
      while (bad - good > 1) (leaves_all_payable((good + bad) / 2) ? good : bad) = (good + bad) / 2;
      if (good == 0) continue;
      debts[at].amount -= good;
      budgets[f] -= good;
      ledger.push_back({{"id", lines[at].id}, {"fund", all.funds[f]}, {"amount", good}});
    }
  return ledger;
}

}  // namespace dais::support
