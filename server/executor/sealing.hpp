#pragma once
// Personal data between memory and the journal: sealed with its person's key on the way in, opened on the way out.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "protocol/json.hpp"
#include "server/journal/keyring.hpp"

namespace dais::executor {

using keys = std::map<std::string, std::optional<journal::key>>;

/// Everybody whose personal data stands somewhere in `events`.
std::set<std::string> persons_in(protocol::json const& events);

/// Under what name a person's key is kept: each stream has its own, so that who is forgotten in one meeting is not
/// thereby forgotten in another that happens to use the same identifier.
std::string key_name(std::string_view stream, std::string_view person);

/// Their keys by person, made where there are none yet and `then` says so.
journal::result<keys> keys_for(journal::keyring& ring, std::string_view stream, std::set<std::string> const& persons,
                               journal::if_missing then);

/// Replaces every {"person", "open"} by {"person", "sealed"}, or by {"person"} where the person has no key any more.
/// The sealed text is bound to its stream and person.
void seal_personal(protocol::json& events, keys const& with, std::string_view stream);

/// The other way round. A text that cannot be opened with the person's key is an error, not an erased person.
journal::result<void> open_personal(protocol::json& events, keys const& with, std::string_view stream);

}  // namespace dais::executor
