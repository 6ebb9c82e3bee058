#include "server/allocation/explain.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "server/allocation/prepare.hpp"

namespace dais::allocation {
namespace {

bool grants(pool const& from, std::size_t contender) {
  return std::ranges::any_of(draft(from).seats, [&](seat const& each) { return each.given.contender == contender; });
}

/// An explanation that the rule does not bear out is a defect of this file.
void must_hold(bool borne_out) {
  if (!borne_out) throw std::logic_error("an explanation is not the smallest change that grants a seat");
}

/// What the lines of a package lack at its turn. Every run up to that turn is the same whatever the package costs.
class cutting {
public:
  cutting(pool& in, outcome const& of) : x_pool(in), x_outcome(of) {}

  std::vector<line_cut> cuts(refusal const& of) {
    auto const lines = x_pool.contenders[of.contender].packages[of.package].lines;
    purse money(x_pool.budgets);
    for (std::size_t s = 0; std::cmp_less(s, of.step); ++s) {
      auto const& given = x_outcome.seats[s].given;
      money.owe(x_pool.contenders[given.contender].packages[given.package].lines);
    }
    std::vector<line_cut> made;
    for (auto const& each : lines) {
      auto const whole = claims_of({&each, 1});
      auto const lacking = money.lacking(whole);
      auto const by = std::min(each.amount, lacking ? lacking->amount : 0);
      if (by > 0) made.push_back({each.payers, by});
      line const kept{each.amount - by, each.payers};
      money.owe({&kept, 1});
    }
    verify(of, made);
    return made;
  }

private:
  void verify(refusal const& of, std::vector<line_cut> made) {
    must_hold(!made.empty() && total(made) == of.lacking.amount);
    auto& package = x_pool.contenders[of.contender].packages[of.package];
    auto const whole = package;
    package = less(whole, made);
    bool const enough = grants(x_pool, of.contender);
    --made.back().by;
    package = less(whole, made);
    bool const too_much = grants(x_pool, of.contender);
    package = whole;
    must_hold(enough && !too_much);
  }

  static centimes total(std::vector<line_cut> const& made) {
    centimes sum = 0;
    for (auto const& each : made) sum += each.by;
    return sum;
  }

  static cost less(cost const& whole, std::vector<line_cut> const& by) {
    auto lines = whole.lines;
    for (auto const& each : by) std::ranges::find(lines, each.payers, &line::payers)->amount -= each.by;
    return cost_of(std::move(lines));
  }

  pool& x_pool;
  outcome const& x_outcome;
};

/// More points let one be examined earlier, when fewer seats are given, never later: once enough, always enough.
class climbing {
public:
  explicit climbing(pool& in) : x_pool(in), x_order(in.order) {}

  std::optional<std::int64_t> points(std::size_t contender) {
    auto const top = x_pool.contenders[x_order.front()].points;
    std::int64_t out = 0;
    auto in = top - x_pool.contenders[contender].points + 1;
    std::optional<std::int64_t> found;
    if (grants_with(contender, in)) {
      while (in - out > 1) {
        auto const middle = out + (in - out) / 2;
        (grants_with(contender, middle) ? in : out) = middle;
      }
      found = in;
    }
    x_pool.order = x_order;
    return found;
  }

private:
  bool grants_with(std::size_t contender, std::int64_t more) {
    x_pool.contenders[contender].points += more;
    x_pool.order = x_order;
    std::erase(x_pool.order, contender);
    auto const before =
        std::ranges::partition_point(x_pool.order, [&](std::size_t each) { return precedes(x_pool, each, contender); });
    x_pool.order.insert(before, contender);
    bool const granted = grants(x_pool, contender);
    x_pool.contenders[contender].points -= more;
    return granted;
  }

  pool& x_pool;
  std::vector<std::size_t> const x_order;
};

}  // namespace

std::vector<explanation> explain(pool const& from, outcome const& of) {
  pool tried = from;
  cutting cheaper(tried, of);
  climbing higher(tried);
  std::vector<explanation> made;
  for (auto const& each : of.refusals) {
    explanation next{.contender = each.contender};
    if (each.reason == refused_for::funds) {
      next.package = each.package;
      next.cuts = cheaper.cuts(each);
    }
    next.points = higher.points(each.contender);
    made.push_back(std::move(next));
  }
  for (std::size_t fund = 0; fund < from.budgets.size(); ++fund) {
    auto const top_ups = smallest_top_ups(from, of, fund);
    for (auto& each : made) {
      auto const& more = each.top_ups.emplace_back(top_ups[each.contender]);
      if (!more) continue;
      tried.budgets[fund] = from.budgets[fund] + *more;
      bool const enough = grants(tried, each.contender);
      --tried.budgets[fund];
      bool const too_much = grants(tried, each.contender);
      tried.budgets[fund] = from.budgets[fund];
      must_hold(enough && !too_much);
    }
  }
  return made;
}

}  // namespace dais::allocation
