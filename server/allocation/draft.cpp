#include "server/allocation/draft.hpp"

#include <algorithm>
#include <utility>

#include "server/allocation/turns.hpp"

namespace dais::allocation {
namespace {

/// Looks for somebody for whom the money left must be kept: a member of an owed share reserve, without a seat, within
/// the caps, with a package that funds may pay. Who is seated, capped or payable by no fund stays so, hence each search
/// goes on where the last one ended.
class held_money {
public:
  held_money(pool const& of, tally const& seats) : x_pool(&of), x_tally(&seats), x_next(of.floors.size()) {}

  /// The first reserve that has such a member.
  std::optional<std::size_t> kept_for(std::vector<bool> const& seated) {
    for (std::size_t r = 0; r < x_next.size(); ++r) {
      if (!std::holds_alternative<share_floor>(x_pool->floors[r]) || !x_tally->owed(r)) continue;
      auto& at = x_next[r];
      while (at < x_pool->order.size() && !addable(x_pool->order[at], r, seated)) ++at;
      if (at < x_pool->order.size()) return r;
    }
    return std::nullopt;
  }

private:
  bool addable(std::size_t contender, std::size_t reserve, std::vector<bool> const& seated) const {
    auto const& who = x_pool->contenders[contender];
    return belongs(who.reserves, reserve) && !seated[contender] && !x_tally->reached(who) &&
           std::ranges::any_of(who.packages, &cost::payable);
  }

  pool const* x_pool;
  tally const* x_tally;
  std::vector<std::size_t> x_next;  ///< by reserve: a rank
};

class drafting {
public:
  drafting(pool const& from, money_watcher* watching)
      : x_pool(from),
        x_watching(watching),
        x_made{.tally = tally(from)},
        x_money(from.budgets),
        x_seated(from.contenders.size()),
        x_held(from, x_made.tally) {}

  outcome run() && {
    for (auto const& each : x_pool.locked) give({.given = each, .locked = true});
    x_made.overdrawn = x_money.overdrawn();
    if (x_made.overdrawn) return {.overdrawn = x_made.overdrawn, .tally = tally(x_pool)};
    hand_out();
    return std::move(x_made);
  }

private:
  void hand_out() {
    turns waiting(x_pool, x_made.tally, unseated());
    while (auto const now = waiting.next()) {
      if (!now->reserve && x_pool.release == release::exhausted)
        if (auto const kept = x_held.kept_for(x_seated)) return hold(waiting.left(), *kept);
      examine(*now);
      waiting.examined(now->contender, x_seated[now->contender]);
    }
  }

  std::vector<bool> unseated() const {
    std::vector<bool> who(x_pool.contenders.size());
    for (auto const each : x_pool.order) who[each] = !x_seated[each];
    return who;
  }

  void examine(turn const& now) {
    auto const& who = x_pool.contenders[now.contender];
    refusal no{.contender = now.contender, .step = x_made.tally.seats(), .reserve = now.reserve};
    if (auto const cap = x_made.tally.reached(who)) {
      no.reason = cap->ceiling ? refused_for::ceiling : refused_for::state_cap;
      no.which = cap->ceiling.value_or(0);
      return refuse(no);
    }
    no.reason = refused_for::no_eligible_fund;
    for (std::size_t k = 0; k < who.packages.size(); ++k) {
      auto const& package = who.packages[k];
      if (!package.payable) continue;
      auto const lacking = x_money.lacking(package.claims);
      if (!lacking) return give({.given = {now.contender, k}, .reserve = now.reserve, .fill = x_tests_failed > 0});
      fail(package);
      if (no.reason == refused_for::funds && lacking->amount >= no.lacking.amount) continue;
      no.reason = refused_for::funds;
      no.package = k;
      no.lacking = *lacking;
    }
    refuse(no);
  }

  void give(seat const& each) {
    auto const& who = x_pool.contenders[each.given.contender];
    x_made.seats.push_back(each);
    x_made.tally.seat(who);
    x_seated[each.given.contender] = true;
    x_money.owe(who.packages[each.given.package].lines);
  }

  void fail(cost const& package) {
    ++x_tests_failed;
    if (!x_made.line) x_made.line = x_made.tally.seats();
    if (x_watching) x_watching->refused(package, x_money);
  }

  void refuse(refusal no) {
    no.money_tests_failed = x_tests_failed;
    x_made.refusals.push_back(no);
  }

  void hold(std::vector<std::size_t> const& everybody, std::size_t reserve) {
    for (auto const each : everybody)
      refuse({.contender = each, .reason = refused_for::held, .which = reserve, .step = x_made.tally.seats()});
  }

  pool const& x_pool;
  money_watcher* x_watching;
  outcome x_made;
  purse x_money;
  std::vector<bool> x_seated;
  held_money x_held;
  std::size_t x_tests_failed = 0;
};

}  // namespace

outcome draft(pool const& from, money_watcher* watching) { return drafting(from, watching).run(); }

}  // namespace dais::allocation
