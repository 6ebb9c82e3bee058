#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/journal/port.hpp"

namespace dais::journal {

/// What the first entry of a stream is chained to: the hash of the stream's name, so that streams cannot be swapped.
hash256 origin(std::string_view stream);

/// The hash of an entry: SHA-256(hash of the entry before ‖ body).
hash256 link(hash256 const& previous, std::string_view body);

/// The first entry that is not as it was written, and what is wrong with it, in words for the operator.
struct broken {
  std::int64_t seq;
  std::string reason;
};

struct verdict {
  std::int64_t entries = 0;  ///< how many are good, from the first on
  std::optional<broken> first_broken;
};

/// Recomputes the chain of one stream from its first entry to its head: numbers without gaps, each hash from the one
/// before, and an end where the head says. Safe while another process appends. An error is one of the engine; an entry
/// that the engine cannot read back counts as broken.
result<verdict> verify(port& journal, std::string_view stream);

}  // namespace dais::journal
