#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/hash256.hpp"
#include "server/journal/error.hpp"

namespace dais::journal {

using protocol::hash256;

/// One accepted command of a stream. `seq` counts from 1 without gaps; `hash` chains it to the entry before
/// (chain.hpp).
struct entry {
  std::int64_t seq = 0;
  std::string body;
  hash256 hash;

  bool operator==(entry const&) const = default;
};

/// Where a stream ends. Of an empty or unknown stream: 0 and the hash of its name.
struct head {
  std::int64_t seq = 0;
  hash256 hash;

  bool operator==(head const&) const = default;
};

/// The append-only journal: numbered entries in named streams, chained by hashes. Bodies are bytes that it never reads.
///
/// Every function blocks: call it on a pool thread. One thread at a time may use one object; who wants to read while
/// another appends opens a second one on the same file.
class port {
public:
  port() = default;
  port(port const&) = delete;
  port& operator=(port const&) = delete;
  virtual ~port() = default;

  /// The names of all streams that hold an entry, sorted by bytes.
  virtual result<std::vector<std::string>> streams() = 0;

  virtual result<head> head_of(std::string_view stream) = 0;

  /// Appends all bodies after `expected`, or none: one transaction, one fsync, and durable when it returns the new
  /// head. `conflict` if the head is not at `expected`. After any other fault the outcome is unknown: it may have been
  /// written all the same, so ask with read() before deciding anything further. What read() says is
  /// settled, also across a crash, once probe() or another append has succeeded.
  virtual result<head> append(std::string_view stream, std::int64_t expected, std::span<std::string const> bodies) = 0;

  /// The entries with a seq greater than `after`, in order, at most `limit` of them. Hashes are not checked (verify()).
  virtual result<std::vector<entry>> read(std::string_view stream, std::int64_t after, std::size_t limit) = 0;

  /// The entry with this seq, or nothing.
  virtual result<std::optional<entry>> find(std::string_view stream, std::int64_t seq) = 0;

  /// Can the journal be written right now? Writes 64 KiB that are not an entry, durably, and frees them again, so that
  /// a success also means room for the next entries.
  virtual result<void> probe() = 0;
};

/// The `conflict` of an append that expected another head.
inline error moved(std::string_view stream, head const& end, std::int64_t expected) {
  return {fault::conflict, "stream " + std::string(stream) + " ends at entry " + std::to_string(end.seq) + ", not at " +
                               std::to_string(expected)};
}

/// What probe() writes.
inline constexpr std::size_t probe_bytes = 64 * 1024;

}  // namespace dais::journal
