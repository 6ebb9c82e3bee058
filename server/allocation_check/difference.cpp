#include "server/allocation_check/difference.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "protocol/values.hpp"
#include "server/allocation_check/spot.hpp"

namespace dais::allocation_check {
namespace {

/// A value as a sentence names it; never long, and valid UTF-8 whatever it holds.
std::string named(json const& value) {
  if (value.is_object()) return "an object of " + std::to_string(value.size());
  if (value.is_array()) return "a list of " + std::to_string(value.size());
  if (value.is_binary() || value.is_discarded()) return "no JSON";
  return value.dump(-1, ' ', true, json::error_handler_t::replace).substr(0, 100);
}

std::string step(std::string const& path, std::string const& key) {
  return below(path, protocol::valid_utf8(key) ? key : json(key).dump(-1, ' ', true, json::error_handler_t::replace));
}

class comparison {
public:
  void compare(json const& right, json const& is, std::string const& path) {
    if (right.is_object() && is.is_object())
      members(right, is, path);
    else if (right.is_array() && is.is_array())
      elements(right, is, path);
    else if (right != is || right.is_number_integer() != is.is_number_integer())
      say(path, "This is " + named(is) + "; by the rule it is " + named(right) + ".");
  }

  std::vector<finding> take() { return std::move(x_found); }

private:
  void say(std::string path, std::string words) {
    if (x_found.size() < most_findings) x_found.push_back({document::result, std::move(path), std::move(words)});
  }

  void members(json const& right, json const& is, std::string const& path) {
    for (auto const& [key, value] : right.items())
      if (auto const found = is.find(key); found != is.end())
        compare(value, *found, step(path, key));
      else
        say(step(path, key), "This is missing; by the rule it is " + named(value) + ".");
    for (auto const& [key, value] : is.items())
      if (!right.contains(key)) say(step(path, key), "This does not belong here.");
  }

  void elements(json const& right, json const& is, std::string const& path) {
    for (std::size_t i = 0; i < std::max(right.size(), is.size()); ++i) {
      auto const at = step(path, std::to_string(i));
      if (i >= is.size())
        say(at, "This is missing; by the rule it is " + named(right[i]) + ".");
      else if (i >= right.size())
        say(at, "This does not belong here.");
      else
        compare(right[i], is[i], at);
    }
  }

  std::vector<finding> x_found;
};

}  // namespace

std::vector<finding> difference(json const& right, json const& is) {
  comparison all;
  all.compare(right, is, "");
  return all.take();
}

}  // namespace dais::allocation_check
