#include "tests/integration/person.hpp"

#include <cstdlib>
#include <stdexcept>

namespace dais::integration {

person::person(std::filesystem::path home) : x_home(std::move(home)) {
  std::filesystem::create_directories(x_home);
  auto const* path = std::getenv("PATH");
  variables = {{"HOME", x_home.string()}, {"PATH", path ? path : "/usr/bin:/bin"}, {"LC_ALL", "C.UTF-8"}};
}

program person::start(std::vector<std::string> words, std::string const& input, int terminal) const {
  words.insert(words.begin(), DAIS_PROGRAM);
  return program(std::move(words), variables, input, terminal);
}

ended person::run(std::vector<std::string> words, std::string const& input) const {
  return start(std::move(words), input).end();
}

protocol::json person::ask(std::vector<std::string> words) const {
  words.push_back("--json");
  auto const got = run(std::move(words));
  if (got.code != 0) throw std::runtime_error("ended with " + std::to_string(got.code) + ":\n" + got.err);
  return protocol::json::parse(got.out);
}

}  // namespace dais::integration
