#include "server/journal/chain.hpp"

#include <limits>
#include <utility>

#include "server/journal/sha256.hpp"

namespace dais::journal {

hash256 origin(std::string_view stream) { return sha256(stream); }

hash256 link(hash256 const& previous, std::string_view body) {
  return sha256_hasher().add(previous).add(body).finish();
}

namespace {

constexpr std::size_t batch = 256;

/// What is wrong with `next` as the successor of `last`; empty if nothing is.
std::optional<broken> fault_in(head const& last, entry const& next) {
  if (next.seq <= last.seq) return broken{next.seq, "stands where no entry may be"};
  if (next.seq != last.seq + 1) return broken{last.seq + 1, "is missing"};
  if (next.hash != link(last.hash, next.body)) {
    return broken{next.seq, "does not match its hash: its body, its hash or an entry before it was changed"};
  }
  return std::nullopt;
}

class walk {
public:
  walk(port& journal, std::string_view stream) : x_journal(journal), x_stream(stream), x_last{0, origin(stream)} {}

  head const& last() const { return x_last; }

  /// Follows the chain to where it ends now. A fault found is a value; an error is one of the engine.
  result<std::optional<broken>> to_the_end() {
    while (true) {
      auto entries = next();
      if (!entries) {
        if (entries.error().what == fault::corrupt) return broken{x_last.seq + 1, "cannot be read back"};
        return std::unexpected(entries.error());
      }
      if (entries->empty()) return std::nullopt;
      for (auto const& each : *entries) {
        if (auto found = fault_in(x_last, each)) return found;
        x_last = {each.seq, each.hash};
      }
    }
  }

private:
  /// The next entries; where a batch cannot be read, one by one up to the entry at fault.
  result<std::vector<entry>> next() {
    auto const after = x_last.seq == 0 ? std::numeric_limits<std::int64_t>::min() : x_last.seq;
    auto entries = x_journal.read(x_stream, after, batch);
    if (!entries && entries.error().what == fault::corrupt) entries = x_journal.read(x_stream, after, 1);
    return entries;
  }

  port& x_journal;
  std::string_view x_stream;
  head x_last;
};

}  // namespace

result<verdict> verify(port& journal, std::string_view stream) {
  walk chain(journal, stream);
  while (true) {
    auto found = chain.to_the_end();
    if (!found) return std::unexpected(std::move(found).error());
    auto const end = chain.last();
    if (*found) return verdict{end.seq, std::move(*found)};

    auto const says = journal.head_of(stream);
    if (!says) return std::unexpected(says.error());
    if (*says == end) return verdict{end.seq, std::nullopt};
    if (says->seq < end.seq) return verdict{says->seq, broken{says->seq + 1, "stands after the end of the stream"}};
    if (says->seq == end.seq) return verdict{end.seq - 1, broken{end.seq, "is not the one the stream ends with"}};

    // The head is further: either entries were appended since, or they were taken away.
    auto const more = journal.read(stream, end.seq, 1);
    if (!more) return std::unexpected(more.error());
    if (more->empty()) return verdict{end.seq, broken{end.seq + 1, "is missing at the end of the stream"}};
  }
}

}  // namespace dais::journal
