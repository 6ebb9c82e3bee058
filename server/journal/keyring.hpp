#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/journal/error.hpp"
#include "server/journal/seal.hpp"

namespace dais::journal {

/// What key_of() does about a person who has no key yet.
enum class if_missing { leave, create };

/// The keys that personal data in the journal is sealed with, one a person, kept outside the journal. Deleting a key
/// erases the person from every entry and leaves the chain as it is. A person is an id, which says nothing by itself.
///
/// A key that a function has returned is durable: what is sealed with it may be appended. Every function blocks; one
/// thread at a time may use one object.
class keyring {
public:
  keyring() = default;
  keyring(keyring const&) = delete;
  keyring& operator=(keyring const&) = delete;
  virtual ~keyring() = default;

  /// The keys of these persons, in their order, the missing ones made in one transaction. Nothing stands for a person
  /// who was forgotten (never made again) or has no key (`leave`).
  virtual result<std::vector<std::optional<key>>> keys_of(std::span<std::string const> persons, if_missing then) = 0;

  /// keys_of() for one person.
  result<std::optional<key>> key_of(std::string_view person, if_missing then);

  /// Deletes the key for good, also of a person who has none yet: none will be made. Again is no error.
  virtual result<void> forget(std::string_view person) = 0;

  virtual result<bool> forgotten(std::string_view person) = 0;
};

}  // namespace dais::journal
