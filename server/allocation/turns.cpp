#include "server/allocation/turns.hpp"

#include <functional>
#include <utility>

namespace dais::allocation {

turns::turns(pool const& of, tally const& seats, std::vector<bool> waiting)
    : x_pool(&of), x_tally(&seats), x_waiting(std::move(waiting)) {
  x_everybody = gathered(0);
  for (std::size_t r = 0; r < of.floors.size(); ++r) x_reserves.push_back(gathered(std::uint64_t{1} << r));
}

turns::group turns::gathered(std::uint64_t of_reserves) const {
  auto const& order = x_pool->order;
  group made;
  made.first.assign(x_pool->delegations.size(), nobody);
  made.after.assign(order.size(), nobody);
  for (std::size_t rank = order.size(); rank-- > 0;) {
    auto const& who = x_pool->contenders[order[rank]];
    if (!x_waiting[order[rank]] || (who.reserves & of_reserves) != of_reserves) continue;
    made.after[rank] = std::exchange(made.first[who.delegation], rank);
  }
  for (std::size_t d = 0; d < made.first.size(); ++d) enqueue(made, d);
  return made;
}

void turns::enqueue(group& in, std::size_t delegation) const {
  auto& rank = in.first[delegation];
  while (rank != nobody && !x_waiting[x_pool->order[rank]]) rank = in.after[rank];
  if (rank != nobody) in.queue.push({x_tally->round(delegation), rank, x_pool->order[rank]});
}

std::optional<turns::head> turns::best(group& in) const {
  for (; !in.queue.empty(); in.queue.pop()) {
    auto const& top = in.queue.top();
    auto const delegation = x_pool->contenders[top.contender].delegation;
    if (x_waiting[top.contender] && top.round == x_tally->round(delegation)) return top;
  }
  return std::nullopt;
}

std::optional<turn> turns::next() {
  auto const open = best(x_everybody);
  if (!open) return std::nullopt;
  for (std::size_t r = 0; r < x_reserves.size(); ++r) {
    if (!x_tally->owed(r)) continue;
    auto const member = best(x_reserves[r]);
    if (member && (x_pool->precedence == precedence::reserves || member->round == open->round))
      return turn{r, member->contender};
  }
  return turn{std::nullopt, open->contender};
}

void turns::examined(std::size_t contender, bool seated) {
  x_waiting[contender] = false;
  auto const& who = x_pool->contenders[contender];
  // A seat moves the whole delegation to a later round, in every group; else only this one leaves.
  enqueue(x_everybody, who.delegation);
  for (std::size_t r = 0; r < x_reserves.size(); ++r)
    if (seated || belongs(who.reserves, r)) enqueue(x_reserves[r], who.delegation);
}

std::vector<std::size_t> turns::left() const {
  std::vector<std::size_t> found;
  for (auto const each : x_pool->order)
    if (x_waiting[each]) found.push_back(each);
  return found;
}

}  // namespace dais::allocation
