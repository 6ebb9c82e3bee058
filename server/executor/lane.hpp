#pragma once
// What an executor has done on the storage lane: sealing, appending, reading back. Blocking, and without any state of a
// meeting.

#include <expected>
#include <string>
#include <vector>

#include "server/executor/record.hpp"
#include "server/executor/storage.hpp"

namespace dais::executor {

/// Some entries in their order, opened, with the hash that the last of them is chained to the next by.
struct stretch {
  std::vector<record> records;
  journal::hash256 last;
};

/// Reads at most `limit` entries after `after`, whose hash is `previous`: checks the chain and opens personal data.
/// An error is words for the operator that name the first entry at fault.
std::expected<stretch, std::string> read_stretch(storage& store, std::string const& stream, protocol::seq after,
                                                 journal::hash256 previous, std::size_t limit);

/// Seals and appends all `records` after `expected` in one transaction.
journal::result<journal::head> append_records(storage& store, std::string const& stream, protocol::seq expected,
                                              std::vector<record> records);

/// Destroys the keys that these persons have in the stream.
journal::result<void> forget_all(storage& store, std::string const& stream, std::vector<std::string> const& persons);

/// The answer in the entry at `at`.
journal::result<protocol::json> read_answer(storage& store, std::string const& stream, protocol::seq at);

/// Twelve random characters of a-z and 2-7: unique in practice, good for an identifier.
std::string random_id();

}  // namespace dais::executor
