#include "server/allocation/outlook.hpp"

#include <algorithm>

#include "server/allocation/turns.hpp"

namespace dais::allocation {

std::vector<std::size_t> waiting_list(pool const& from, outcome const& of) {
  std::vector<bool> refused(from.contenders.size());
  for (auto const& each : of.refusals) refused[each.contender] = true;
  turns next(from, of.tally, std::move(refused));
  std::vector<std::size_t> order;
  while (auto const now = next.next()) {
    order.push_back(now->contender);
    next.examined(now->contender, false);
  }
  return order;
}

std::vector<cancellation> if_cancels(pool const& from, outcome const& of) {
  std::vector<cancellation> made;
  pool without = from;
  for (std::size_t gone = 0; gone < of.seats.size(); ++gone) {
    auto const leaves = of.seats[gone].given.contender;
    without.order = from.order;
    std::erase(without.order, leaves);
    without.locked.clear();
    for (std::size_t s = 0; s < of.seats.size(); ++s)
      if (s != gone) without.locked.push_back(of.seats[s].given);
    auto const after = draft(without);
    made.push_back({leaves, {}});
    for (auto const& each : after.seats)
      if (!each.locked) made.back().enter.push_back(each.given.contender);
  }
  return made;
}

}  // namespace dais::allocation
