#pragma once
// Allocations to try the rule on: the worked examples, small invented ones, and what a wrong rule would make of them.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace dais::support {

/// The worked examples: "ex1", "ex2", "ex2b", "ex2c", "ex3".
std::vector<std::string> const& allocation_examples();
/// The input of an example, and what has to come out of it (granted, refused, gated, ledger).
nlohmann::json allocation_example(std::string const& name);
nlohmann::json allocation_expected(std::string const& name);

/// A small input, the same for the same seed: 1 to 5 funds, up to 12 applicants with one package or fewer with up to
/// three. Exact fits and ties are likely; locks, withdrawals, caps, gates, both kinds of reserve, all settings occur.
nlohmann::json allocation_instance(std::uint64_t seed);

/// A wrong rule: what the right rule makes of the distorted input, told in the words of the undistorted one.
struct allocation_mutant {
  std::string name;
  std::function<nlohmann::json(nlohmann::json input)> distort;
  std::function<nlohmann::json(nlohmann::json result)> retell;
};
std::vector<allocation_mutant> const& allocation_mutants();

}  // namespace dais::support
