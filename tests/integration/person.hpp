#pragma once
// Somebody with a terminal: the program `dais`, and a home folder of their own.

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "protocol/json.hpp"
#include "tests/integration/program.hpp"

namespace dais::integration {

class person {
public:
  /// `home` is made; what the program keeps of a session is below it.
  explicit person(std::filesystem::path home);

  /// Starts `dais` with these words.
  program start(std::vector<std::string> words, std::string const& input = {}, int terminal = -1) const;
  /// The same, until it ends.
  ended run(std::vector<std::string> words, std::string const& input = {}) const;
  /// With --json: the one value on stdout. Throws where it is not done, or where stdout is not one JSON value.
  protocol::json ask(std::vector<std::string> words) const;

  std::filesystem::path const& home() const { return x_home; }
  /// The file of the session.
  std::filesystem::path session() const { return x_home / ".config/dais/session.json"; }
  program::environment variables;

private:
  std::filesystem::path x_home;
};

}  // namespace dais::integration
