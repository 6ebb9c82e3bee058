#pragma once
// Small allocations by chance, and a second, slow way to see what the rule says of them.

#include <string>
#include <vector>

#include "protocol/json.hpp"
#include "server/allocation/draft.hpp"
#include "server/allocation/input.hpp"
#include "server/allocation/pool.hpp"

namespace dais::allocation {

/// An input of few applicants and small amounts, so that exact fits and equal points are likely: candidates, withdrawn
/// ones, and notified ones who hold what an earlier run gave them. Drawn inside a property.
protocol::json some_input();

/// One of 0 … count-1, drawn inside a property.
std::size_t some_index(std::size_t count);

/// An input, and what the rule makes of it.
struct allocated {
  input from;
  pool ready;
  outcome made;
};
allocated allocate_again(input from);
allocated allocate_json(protocol::json const& from);

/// The seats of an outcome without how they were come by.
std::vector<place> places(outcome const& of);
/// The first `count` of them.
std::vector<place> places(outcome const& of, std::size_t count);
bool is_in(outcome const& of, std::size_t contender);
/// The contender with this id; fails the property without one.
std::size_t contender_of(allocated const& in, std::string const& id);
std::string const& id_of(allocated const& in, std::size_t contender);

/// By how much the worst set of funds is short when these are paid, over all sets; zero or less when all fit.
centimes overdraft(pool const& of, std::vector<place> const& seats);

/// The same for one more package, over the sets in which it has a line payable only inside.
centimes shortage_of(pool const& of, std::vector<place> seats, place more);

/// Whether the package can be granted on top of the seats, as far as money goes.
bool fits(pool const& of, std::vector<place> seats, place more);

}  // namespace dais::allocation
