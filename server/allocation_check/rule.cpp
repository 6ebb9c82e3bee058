#include "server/allocation_check/rule.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "server/allocation_check/payments.hpp"

namespace dais::allocation_check {
namespace {

std::int64_t under_ceiling(pool const& all, std::vector<seat> const& seats, std::size_t ceiling) {
  return std::ranges::count_if(seats, [&](seat const& each) { return all.applicants[each.who].in_ceiling[ceiling]; });
}

/// What the seats granted so far say about the next one.
struct prefix {
  std::vector<bool> owed;                           ///< by reserve
  std::vector<bool> full;                           ///< by ceiling
  std::map<std::string, std::int64_t> delegations;  ///< seats held, where any

  prefix(pool const& all, std::vector<seat> const& seats) {
    auto const granted = static_cast<std::int64_t>(seats.size());
    for (std::size_t r = 0; r < all.reserves.size(); ++r) {
      auto const& one = all.reserves[r];
      auto const inside = members(all, seats, r);
      owed.push_back(one.share ? inside * one.den < one.num * (granted + 1) : inside < one.value);
    }
    for (std::size_t c = 0; c < all.ceilings.size(); ++c)
      full.push_back(under_ceiling(all, seats, c) >= all.ceilings[c].value);
    for (auto const& each : seats) ++delegations[all.applicants[each.who].delegation];
  }

  /// The first owed reserve that contains the person; the number of reserves for none.
  std::size_t reserve_of(applicant const& one) const {
    for (std::size_t r = 0; r < owed.size(); ++r)
      if (owed[r] && one.in_reserve[r]) return r;
    return owed.size();
  }

  std::int64_t seats_of(std::string const& delegation) const {
    auto const found = delegations.find(delegation);
    return found == delegations.end() ? 0 : found->second;
  }

  std::optional<std::string> cap_reached(pool const& all, applicant const& one) const {
    if (seats_of(one.delegation) >= all.cap(one.delegation)) return "STATE_CAP";
    for (std::size_t c = 0; c < full.size(); ++c)
      if (full[c] && one.in_ceiling[c]) return "CAP:" + all.ceilings[c].id;
    return std::nullopt;
  }
};

/// Sorted by >_P: owed reserve and seats of the delegation (in the order of precedence), then canonical rank, which the
/// index is.
std::vector<std::size_t> best_first(pool const& all, prefix const& now, std::vector<std::size_t> who) {
  std::ranges::sort(who, {}, [&](std::size_t i) {
    auto const& one = all.applicants[i];
    auto const reserve = static_cast<std::int64_t>(now.reserve_of(one));
    auto const round = all.rounds ? now.seats_of(one.delegation) : 0;
    return all.breadth_first ? std::tuple(round, reserve, i) : std::tuple(reserve, round, i);
  });
  return who;
}

/// The first share reserve that is owed and has a member who could be added but for money.
std::optional<std::string> holder(pool const& all, prefix const& now, std::vector<seat> const& seats,
                                  std::set<std::size_t> const& absent) {
  for (std::size_t r = 0; r < all.reserves.size(); ++r) {
    if (!all.reserves[r].share || !now.owed[r]) continue;
    for (std::size_t i = 0; i < all.applicants.size(); ++i) {
      auto const& one = all.applicants[i];
      if (one.in_reserve[r] && !absent.contains(i) && !std::ranges::count(seats, i, &seat::who) &&
          !now.cap_reached(all, one) && std::ranges::any_of(one.packages, &package::payable))
        return all.reserves[r].id;
    }
  }
  return std::nullopt;
}

/// A run under way.
struct run_state {
  pool const& all;
  std::set<std::size_t> const& absent;
  payments money;
  std::vector<std::size_t> unexamined;  ///< in canonical order
  outcome out;

  /// Grants the first package that fits, or refuses.
  bool examine(std::size_t i, prefix const& now, std::string const& turn) {
    auto const& one = all.applicants[i];
    auto const step = out.seats.size();
    if (auto const cap = now.cap_reached(all, one)) {
      out.refused[i] = {*cap, std::nullopt, step, turn};
      return false;
    }
    std::optional<shortage> least;
    for (std::size_t k = 0; k < one.packages.size(); ++k) {
      if (!one.packages[k].payable()) continue;
      auto trial = money;
      auto const unpaid = trial.owe(one.packages[k].lines);
      if (unpaid == 0) {
        money = std::move(trial);
        out.seats.push_back({i, k, out.line ? turn + "+FILL" : turn});
        return true;
      }
      if (!out.line) out.line = step;
      if (!least || unpaid < least->amount) least = {unpaid, trial.tight()};
    }
    out.refused[i] = {least ? "FUNDS" : "NO_ELIGIBLE_FUND", least, step, turn};
    return false;
  }

  /// Examines from the best on until one gets a seat. False when nobody did, or the rest is held.
  bool next_seat() {
    prefix const now(all, out.seats);
    auto const held_for = all.hold_for_shares ? holder(all, now, out.seats, absent) : std::nullopt;
    for (auto const i : best_first(all, now, unexamined)) {
      auto const reserve = now.reserve_of(all.applicants[i]);
      bool const open = reserve == all.reserves.size();
      if (open && held_for) {
        for (auto const rest : unexamined)
          out.refused[rest] = {"HELD:" + *held_for, std::nullopt, out.seats.size(), "OPEN"};
        return false;
      }
      std::erase(unexamined, i);
      if (examine(i, now, open ? "OPEN" : "RESERVE:" + all.reserves[reserve].id)) return true;
    }
    return false;
  }
};

}  // namespace

std::int64_t members(pool const& all, std::vector<seat> const& seats, std::size_t reserve) {
  return std::ranges::count_if(seats, [&](seat const& each) { return all.applicants[each.who].in_reserve[reserve]; });
}

outcome run(pool const& all, locked_seats const& locked, std::set<std::size_t> const& absent) {
  run_state state{all, absent, payments(all.funds), {}, {}};
  std::int64_t unpaid = 0;
  for (auto const& [who, package] : locked) {
    unpaid += state.money.owe(all.applicants[who].packages[package].lines);
    state.out.seats.push_back({who, package, "LOCKED"});
  }
  if (unpaid > 0) {
    outcome nothing;
    nothing.overcommitted = {unpaid, state.money.tight()};
    return nothing;
  }
  for (std::size_t i = 0; i < all.applicants.size(); ++i)
    if (!locked.contains(i) && !absent.contains(i)) state.unexamined.push_back(i);
  while (state.next_seat()) {
  }
  return state.out;
}

std::vector<std::size_t> waiting_order(pool const& all, std::vector<seat> const& seats,
                                       std::vector<std::size_t> const& who) {
  return best_first(all, prefix(all, seats), who);
}

}  // namespace dais::allocation_check
