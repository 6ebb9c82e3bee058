#pragma once
// Small inputs of an allocation, put together from what matters to a test.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "protocol/json.hpp"

namespace dais::support {

using protocol::json;

/// Without points, reserves, ceilings, gates or contingency; two seats a State.
inline json plain_input() {
  return {{"schema", "ccm-alloc/1"},
          {"policy",
           {{"seed", "seed"},
            {"contingency_bp", 0},
            {"rounds", true},
            {"precedence", "reserves"},
            {"release", "exhausted"},
            {"points", json::array()},
            {"state_cap", {{"default", 2}, {"overrides", json::object()}}},
            {"reserves", json::array()},
            {"caps", json::array()},
            {"gates", json::array()}}},
          {"funds", json::array()},
          {"applicants", json::array()}};
}

inline json fund(std::string const& id, std::int64_t amount, json earmark = json::object(), json components = nullptr) {
  return {{"id", id}, {"amount", amount}, {"earmark", std::move(earmark)}, {"components", std::move(components)}};
}

inline json package(std::string const& code, std::vector<std::pair<std::string, std::int64_t>> const& items) {
  json made = {{"code", code}, {"items", json::array()}};
  for (auto const& [kind, amount] : items) made["items"].push_back({{"kind", kind}, {"amount", amount}});
  return made;
}

/// A candidate who needs one fare. `also` adds or replaces fields.
inline json applicant(std::string const& id, std::string const& delegation, std::int64_t fare,
                      json const& also = json::object()) {
  json made = {{"id", id},
               {"delegation", delegation},
               {"status", "candidate"},
               {"packages", json::array({package("FULL", {{"airfare", fare}})})}};
  made.update(also);
  return made;
}

/// Points for whoever has this `score`.
inline json points_for_score(std::int64_t score) {
  return {{"id", "score " + std::to_string(score)}, {"who", {{"score", score}}}, {"pts", score}};
}

inline json share(std::string const& id, json who, std::int64_t num = 1, std::int64_t den = 2) {
  return {{"id", id}, {"kind", "share"}, {"num", num}, {"den", den}, {"who", std::move(who)}};
}

inline json count(std::string const& id, json who, std::int64_t value) {
  return {{"id", id}, {"kind", "count"}, {"value", value}, {"who", std::move(who)}};
}

}  // namespace dais::support
