#include "server/allocation/conditions.hpp"

#include <algorithm>

namespace dais::allocation {

bool holds(condition const& who, applicant const& of) {
  return std::ranges::all_of(who, [&](test const& each) {
    auto const found = of.attributes.find(each.name);
    return found != of.attributes.end() && std::ranges::find(each.any_of, found->second) != each.any_of.end();
  });
}

}  // namespace dais::allocation
