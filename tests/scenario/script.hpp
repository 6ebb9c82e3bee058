#pragma once
// A scenario as text: its steps. README.md in this folder explains the format to those who write them.

#include <optional>
#include <string>
#include <vector>

namespace dais::scenario {

/// One step: the first word, and the rest with continuation lines joined.
struct step {
  std::string word;
  std::string rest;
  int line = 0;
};

struct script {
  std::string file;  ///< relative to tests/scenario
  std::string title;
  std::vector<step> steps;
};

/// Every scenario of every *.scenario file below `folder`, in the order of paths. Throws std::runtime_error, with file
/// and line, where a file cannot be read as scenarios.
std::vector<script> read_scripts(std::string const& folder);

/// Takes the first word off `text`.
std::string take_word(std::string& text);

}  // namespace dais::scenario
