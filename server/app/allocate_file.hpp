#pragma once
// `daisd allocate`: the allocation of sponsorship from a file, alone, so that a decision can be replayed.

#include <filesystem>

namespace dais::app {

struct allocate_options {
  std::filesystem::path input;  ///< a ccm-alloc/1 file, or an auditor's bundle (dais-sponsorship-audit/1)
  bool explain = false;         ///< add the smallest changes for everybody who was refused
  std::filesystem::path check;  ///< where named: a ccm-alloc-result/1 file, or a bundle, to be checked instead
};

/// Prints the canonical result, or says that the one to be checked is accepted. Yields the exit code: 0, or 1 for an
/// input that is refused or a result that is not what the rule makes of it, with a line for each fault on the standard
/// error output: its path and what to do.
int allocate_file(allocate_options const& with);

}  // namespace dais::app
