#include "server/journal/memory_keyring.hpp"

#include <algorithm>

namespace dais::journal {

namespace {

std::unexpected<error> told_to_fail(fault why) {
  return std::unexpected(error{why, "the keyring in memory was told to fail"});
}

}  // namespace

void memory_keyring::refuse_writes(std::optional<fault> why) {
  std::lock_guard const lock(x_mutex);
  x_refuse_writes = why;
}

result<std::vector<std::optional<key>>> memory_keyring::keys_of(std::span<std::string const> persons, if_missing then) {
  std::lock_guard const lock(x_mutex);
  auto const has_none = [&](std::string const& person) { return !x_keys.contains(person); };
  if (then == if_missing::create && x_refuse_writes && std::ranges::any_of(persons, has_none)) {
    return told_to_fail(*x_refuse_writes);
  }
  std::vector<std::optional<key>> keys;
  for (auto const& person : persons) {
    if (has_none(person) && then == if_missing::create) x_keys.emplace(person, make_key());
    auto const found = x_keys.find(person);
    keys.push_back(found == x_keys.end() ? std::nullopt : found->second);
  }
  return keys;
}

result<void> memory_keyring::forget(std::string_view person) {
  std::lock_guard const lock(x_mutex);
  if (x_refuse_writes) return told_to_fail(*x_refuse_writes);
  x_keys.insert_or_assign(std::string(person), std::nullopt);
  return {};
}

result<bool> memory_keyring::forgotten(std::string_view person) {
  std::lock_guard const lock(x_mutex);
  auto const found = x_keys.find(person);
  return found != x_keys.end() && !found->second;
}

}  // namespace dais::journal
