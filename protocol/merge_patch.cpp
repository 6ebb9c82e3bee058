#include "protocol/merge_patch.hpp"

namespace dais::protocol {

json merge_diff(json const& from, json const& to) {
  if (!from.is_object() || !to.is_object()) return to;
  json patch = json::object();
  for (auto const& [key, value] : from.items())
    if (!to.contains(key)) patch[key] = nullptr;
  for (auto const& [key, value] : to.items()) {
    auto const before = from.find(key);
    if (before == from.end())
      patch[key] = value;
    else if (*before != value)
      patch[key] = merge_diff(*before, value);
  }
  return patch;
}

void merge_apply(json& target, json const& patch) {
  if (!patch.is_object()) {
    target = patch;
    return;
  }
  if (!target.is_object()) target = json::object();
  for (auto const& [key, value] : patch.items()) {
    if (value.is_null())
      target.erase(key);
    else
      merge_apply(target[key], value);
  }
}

}  // namespace dais::protocol
