#include "server/executor/sealing.hpp"

#include <vector>

#include "server/journal/seal.hpp"

namespace dais::executor {
namespace {

using protocol::json;

bool is_personal(json const& value) {
  return value.is_object() && value.contains("person") &&
         (value.size() == 1 || (value.size() == 2 && (value.contains("open") || value.contains("sealed"))));
}

/// Calls `body(object)` for every piece of personal data in `value`.
template <class Json, class Body>
void for_each_personal(Json& value, Body const& body) {
  if (is_personal(value)) {
    body(value);
    return;
  }
  if (value.is_structured())
    for (auto& each : value) for_each_personal(each, body);
}

std::string place(std::string_view stream, std::string_view person) {
  return std::string(stream) + '\n' + std::string(person);
}

}  // namespace

std::set<std::string> persons_in(json const& events) {
  std::set<std::string> out;
  for_each_personal(events, [&](json const& each) {
    if (each["person"].is_string() && each.size() == 2) out.insert(each["person"].get<std::string>());
  });
  return out;
}

std::string key_name(std::string_view stream, std::string_view person) {
  return std::string(stream) + '/' + std::string(person);
}

journal::result<keys> keys_for(journal::keyring& ring, std::string_view stream, std::set<std::string> const& persons,
                               journal::if_missing then) {
  keys out;
  if (persons.empty()) return out;
  std::vector<std::string> names;
  for (auto const& person : persons) names.push_back(key_name(stream, person));
  auto found = ring.keys_of(names, then);
  if (!found) return std::unexpected(found.error());
  std::size_t i = 0;
  for (auto const& person : persons) out[person] = (*found)[i++];
  return out;
}

void seal_personal(json& events, keys const& with, std::string_view stream) {
  for_each_personal(events, [&](json& each) {
    auto const open = each.find("open");
    if (open == each.end()) return;
    auto const person = each["person"].get<std::string>();
    auto const key = with.find(person);
    if (key != with.end() && key->second)
      each["sealed"] = journal::seal(*key->second, protocol::canonical(*open), place(stream, person));
    each.erase("open");
  });
}

journal::result<void> open_personal(json& events, keys const& with, std::string_view stream) {
  journal::result<void> out;
  for_each_personal(events, [&](json& each) {
    auto const sealed = each.find("sealed");
    if (sealed == each.end() || !out) return;
    auto const person = each["person"].get<std::string>();
    auto const key = with.find(person);
    if (key != with.end() && key->second) {
      auto const text = journal::open(*key->second, sealed->get<std::string>(), place(stream, person));
      if (!text) {
        out = std::unexpected(text.error());
        return;
      }
      each["open"] = json::parse(*text);
    }
    each.erase("sealed");
  });
  return out;
}

}  // namespace dais::executor
