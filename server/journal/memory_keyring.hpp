#pragma once

#include <map>
#include <mutex>

#include "server/journal/keyring.hpp"

namespace dais::journal {

/// A keyring in memory for tests: passes the same contract, and fails when told to. Any thread may call anything.
class memory_keyring final : public keyring {
public:
  /// Until it is told nullopt, making and forgetting a key report `why` and change nothing.
  void refuse_writes(std::optional<fault> why);

  result<std::vector<std::optional<key>>> keys_of(std::span<std::string const> persons, if_missing then) override;
  result<void> forget(std::string_view person) override;
  result<bool> forgotten(std::string_view person) override;

private:
  std::mutex x_mutex;
  std::map<std::string, std::optional<key>, std::less<>> x_keys;  ///< nothing for a person who was forgotten
  std::optional<fault> x_refuse_writes;
};

}  // namespace dais::journal
