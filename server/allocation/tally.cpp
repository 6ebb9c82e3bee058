#include "server/allocation/tally.hpp"

namespace dais::allocation {

tally::tally(pool const& of)
    : x_pool(&of), x_delegations(of.delegations.size()), x_members(of.floors.size()), x_ceilings(of.ceilings.size()) {}

void tally::seat(contender const& who) {
  ++x_seats;
  ++x_delegations[who.delegation];
  for (std::size_t r = 0; r < x_members.size(); ++r) x_members[r] += belongs(who.reserves, r);
  for (std::size_t c = 0; c < x_ceilings.size(); ++c) x_ceilings[c] += belongs(who.ceilings, c);
}

bool tally::owed(std::size_t reserve) const {
  auto const& floor = x_pool->floors[reserve];
  if (auto const* const count = std::get_if<count_floor>(&floor)) return x_members[reserve] < count->seats;
  auto const& share = std::get<share_floor>(floor);
  return x_members[reserve] * share.den < share.num * (x_seats + 1);
}

std::optional<cap> tally::reached(contender const& who) const {
  if (x_delegations[who.delegation] >= x_pool->state_caps[who.delegation]) return cap{};
  for (std::size_t c = 0; c < x_ceilings.size(); ++c)
    if (belongs(who.ceilings, c) && x_ceilings[c] >= x_pool->ceilings[c]) return cap{c};
  return std::nullopt;
}

}  // namespace dais::allocation
