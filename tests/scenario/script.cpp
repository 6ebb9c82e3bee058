#include "tests/scenario/script.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace dais::scenario {
namespace {

std::string trimmed(std::string const& text) {
  auto const first = text.find_first_not_of(" \t\r");
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

void read_file(std::filesystem::path const& path, std::string const& name, std::vector<script>& out) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(name + ": cannot be read");
  std::string text;
  std::size_t const before = out.size();
  for (int line = 1; std::getline(in, text); ++line) {
    std::string const content = trimmed(text);
    if (content.empty() || content.front() == '#') continue;
    std::string const where = name + ":" + std::to_string(line) + ": ";
    if (text.front() == ' ' || text.front() == '\t') {
      if (out.size() == before || out.back().steps.empty())
        throw std::runtime_error(where + "an indented line continues a step, and there is none before it");
      out.back().steps.back().rest += " " + content;
      continue;
    }
    std::string rest = content;
    std::string const word = take_word(rest);
    if (word == "scenario") {
      out.push_back({name, rest, {}});
    } else if (out.size() == before) {
      throw std::runtime_error(where + "a file begins with \"scenario\" and its title");
    } else {
      out.back().steps.push_back({word, rest, line});
    }
  }
  if (out.size() == before) throw std::runtime_error(name + ": has no scenario");
}

}  // namespace

std::string take_word(std::string& text) {
  auto const end = std::min(text.find(' '), text.size());
  std::string word = text.substr(0, end);
  text = trimmed(text.substr(end));
  return word;
}

std::vector<script> read_scripts(std::string const& folder) {
  std::vector<std::filesystem::path> files;
  for (auto const& each : std::filesystem::recursive_directory_iterator(folder))
    if (each.path().extension() == ".scenario") files.push_back(each.path());
  std::ranges::sort(files);
  std::vector<script> out;
  for (auto const& file : files) read_file(file, std::filesystem::relative(file, folder).generic_string(), out);
  return out;
}

}  // namespace dais::scenario
