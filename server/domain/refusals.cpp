#include "server/domain/refusals.hpp"

#include <utility>

#include "protocol/limits.hpp"

namespace dais::domain {

using protocol::error_code;

std::string step(std::string_view name) {
  std::string out;
  for (char const c : name) c == '~' ? out += "~0" : c == '/' ? out += "~1" : out += c;
  return out;
}

std::unexpected<protocol::rejection> refuse(problems found) {
  if (found.size() > protocol::limits::problems) found.resize(protocol::limits::problems);
  protocol::rejection all;
  all.problems = std::move(found);
  return std::unexpected(std::move(all));
}

protocol::problem no_such(std::string path, std::string_view thing, std::string_view name) {
  std::string const shown(name.substr(0, 80));
  return {error_code::not_found,
          std::move(path),
          "There is no " + std::string(thing) + " \"" + shown + "\" in this meeting; choose one that is there.",
          {{"name", shown}}};
}

std::unexpected<protocol::rejection> refuse_unknown(std::string path, std::string_view thing, std::string_view name) {
  return refuse({no_such(std::move(path), thing, name)});
}

std::unexpected<protocol::rejection> refuse_stale(std::string_view thing, protocol::seq current) {
  return protocol::reject(
      error_code::stale, "/version",
      "Somebody changed this " + std::string(thing) + " while you were editing it; look at it again, then decide.",
      {{"version", std::to_string(current)}});
}

std::unexpected<protocol::rejection> refuse_full(std::string_view things, std::size_t max) {
  return protocol::reject(error_code::too_large, "",
                          "There are " + std::to_string(max) + " " + std::string(things) +
                              " already, which is the limit; take one out first.",
                          {{"max", std::to_string(max)}});
}

}  // namespace dais::domain
