#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dais::gateway {

/// Bytes `first` to `last`, both included.
struct byte_range {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  std::uint64_t size() const { return last - first + 1; }
  bool operator==(byte_range const&) const = default;
};

/// What a conditional or partial GET or HEAD gets.
struct selection {
  enum class kind : std::uint8_t { whole, part, not_modified, not_satisfiable, precondition_failed };
  kind what = kind::whole;
  byte_range range = {};
  bool operator==(selection const&) const = default;
};

/// The header values that decide; empty where the request has none.
struct conditions {
  std::string_view if_match;
  std::string_view if_none_match;
  std::string_view range;
  std::string_view if_range;
};

/// Decides by RFC 9110, 13.2.2 and 14.2, for a representation of `size` bytes under the strong entity tag `etag` (with
/// its quotes). Several ranges, and ranges that are not well formed, get the whole: both are the server's right.
selection select(conditions const& asked, std::string_view etag, std::uint64_t size);

/// Whether a list of entity tags, or `*`, has this one; weakly compared, that is, `W/` counts for nothing.
bool etag_list_has(std::string_view list, std::string_view etag, bool weakly);

}  // namespace dais::gateway
