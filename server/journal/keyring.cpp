#include "server/journal/keyring.hpp"

#include <utility>

namespace dais::journal {

result<std::optional<key>> keyring::key_of(std::string_view person, if_missing then) {
  std::string const one[] = {std::string(person)};
  auto keys = keys_of(one, then);
  if (!keys) return std::unexpected(std::move(keys).error());
  return keys->front();
}

}  // namespace dais::journal
