#include "server/journal/sqlite/journal.hpp"

#include <algorithm>
#include <utility>

#include "server/journal/chain.hpp"
#include "server/journal/sqlite/schema.hpp"

namespace dais::journal {

namespace {

/// The head stands in `stream` too, so that entries missing at the end are noticed and the head is one row away.
constexpr sqlite::schema journal_schema{.what = "journal",
                                        .application_id = 0x44414a31,  // "DAJ1"
                                        .version = 1,
                                        .journal_mode = "WAL",
                                        .tables = R"sql(
CREATE TABLE stream (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE entry (
  stream INTEGER NOT NULL REFERENCES stream (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  body TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (stream, seq)
) STRICT;
CREATE TABLE probe (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
)sql"};

/// A hash of another length than 32 bytes reads as zeros, which no entry has.
hash256 hash_in(sqlite::statement const& row, int column) {
  hash256 hash;
  auto const bytes = row.bytes(column);
  if (bytes.size() == hash.bytes.size()) std::ranges::copy(bytes, hash.bytes.begin());
  return hash;
}

class sqlite_journal final : public port {
public:
  explicit sqlite_journal(sqlite::database opened) : x_database(std::move(opened)) {}

  /// Separate from the constructor because it can fail.
  result<void> prepare() {
    for (auto& [text, slot] : {
             std::pair{"SELECT id, seq, hash FROM stream WHERE name = ?1", &x_select_head},
             {"SELECT name FROM stream ORDER BY name", &x_select_names},
             {"SELECT seq, body, hash FROM entry WHERE stream = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
              &x_select_after},
             {"SELECT seq, body, hash FROM entry WHERE stream = ?1 AND seq = ?2", &x_select_one},
             {"INSERT INTO stream (name, seq, hash) VALUES (?1, ?2, ?3) RETURNING id", &x_insert_stream},
             {"UPDATE stream SET seq = ?2, hash = ?3 WHERE id = ?1", &x_update_head},
             {"INSERT INTO entry (stream, seq, body, hash) VALUES (?1, ?2, ?3, ?4)", &x_insert_entry},
             {"INSERT INTO probe (bytes) VALUES (zeroblob(?1))", &x_insert_probe},
             {"DELETE FROM probe", &x_delete_probe},
         }) {
      auto prepared = x_database.prepare(text);
      if (!prepared) return std::unexpected(std::move(prepared).error());
      *slot = std::move(*prepared);
    }
    return {};
  }

  result<std::vector<std::string>> streams() override {
    sqlite::resetter const at_the_end(x_select_names);
    std::vector<std::string> names;
    while (true) {
      auto const row = x_select_names.step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return names;
      names.emplace_back(x_select_names.bytes(0));
    }
  }

  result<head> head_of(std::string_view stream) override {
    auto found = find_stream(stream);
    if (!found) return std::unexpected(std::move(found).error());
    return found->end;
  }

  result<head> append(std::string_view stream, std::int64_t expected, std::span<std::string const> bodies) override {
    auto begun = sqlite::transaction::begin(x_database);
    if (!begun) return std::unexpected(std::move(begun).error());
    auto row = find_stream(stream);
    if (!row) return std::unexpected(std::move(row).error());
    if (row->end.seq != expected) {
      return std::unexpected(moved(stream, row->end, expected));
    }
    if (bodies.empty()) return row->end;
    if (auto written = write(stream, *row, bodies); !written) return std::unexpected(std::move(written).error());
    if (auto committed = begun->commit(); !committed) return std::unexpected(std::move(committed).error());
    return row->end;
  }

  result<std::vector<entry>> read(std::string_view stream, std::int64_t after, std::size_t limit) override {
    auto const found = find_stream(stream);
    if (!found) return std::unexpected(found.error());
    sqlite::resetter const at_the_end(x_select_after);
    x_select_after.bind(1, found->id).bind(2, after).bind(3, static_cast<std::int64_t>(limit));
    return entries_of(x_select_after);
  }

  result<std::optional<entry>> find(std::string_view stream, std::int64_t seq) override {
    auto const found = find_stream(stream);
    if (!found) return std::unexpected(found.error());
    sqlite::resetter const at_the_end(x_select_one);
    x_select_one.bind(1, found->id).bind(2, seq);
    auto entries = entries_of(x_select_one);
    if (!entries) return std::unexpected(std::move(entries).error());
    if (entries->empty()) return std::nullopt;
    return std::move(entries->front());
  }

  result<void> probe() override {
    if (auto written = x_insert_probe.bind(1, static_cast<std::int64_t>(probe_bytes)).run(); !written) return written;
    return x_delete_probe.run();
  }

private:
  struct stream_row {
    std::int64_t id = 0;  ///< 0: the stream has no row yet
    head end;
  };

  result<stream_row> find_stream(std::string_view stream) {
    sqlite::resetter const at_the_end(x_select_head);
    auto const row = x_select_head.bind(1, stream).step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return stream_row{0, {0, origin(stream)}};
    return stream_row{x_select_head.integer(0), {x_select_head.integer(1), hash_in(x_select_head, 2)}};
  }

  result<std::vector<entry>> entries_of(sqlite::statement& query) {
    std::vector<entry> entries;
    while (true) {
      auto const row = query.step();
      if (!row) return std::unexpected(row.error());
      if (!*row) return entries;
      entries.push_back({query.integer(0), std::string(query.bytes(1)), hash_in(query, 2)});
    }
  }

  /// Inside the transaction: the entries, then the head. Leaves the new head in `row`.
  result<void> write(std::string_view stream, stream_row& row, std::span<std::string const> bodies) {
    if (row.id == 0) {
      auto const id = insert_stream(stream, row.end);
      if (!id) return std::unexpected(id.error());
      row.id = *id;
    }
    for (auto const& body : bodies) {
      row.end = {row.end.seq + 1, link(row.end.hash, body)};
      x_insert_entry.bind(1, row.id).bind(2, row.end.seq).bind(3, std::string_view(body));
      if (auto done = x_insert_entry.bind_blob(4, row.end.hash.bytes.data(), 32).run(); !done) return done;
    }
    return x_update_head.bind(1, row.id).bind(2, row.end.seq).bind_blob(3, row.end.hash.bytes.data(), 32).run();
  }

  result<std::int64_t> insert_stream(std::string_view stream, head const& start) {
    sqlite::resetter const at_the_end(x_insert_stream);
    auto const row =
        x_insert_stream.bind(1, stream).bind(2, start.seq).bind_blob(3, start.hash.bytes.data(), 32).step();
    if (!row) return std::unexpected(row.error());
    return x_insert_stream.integer(0);
  }

  sqlite::database x_database;  // before the statements, which must go first
  sqlite::statement x_select_head{nullptr}, x_select_names{nullptr}, x_select_after{nullptr}, x_select_one{nullptr},
      x_insert_stream{nullptr}, x_update_head{nullptr}, x_insert_entry{nullptr}, x_insert_probe{nullptr},
      x_delete_probe{nullptr};
};

}  // namespace

result<std::unique_ptr<port>> open_sqlite_journal(std::filesystem::path const& file, sqlite::access how) {
  auto opened = sqlite::open_with(journal_schema, file, how);
  if (!opened) return std::unexpected(std::move(opened).error());
  if (auto set = opened->run("PRAGMA synchronous=FULL"); !set) return std::unexpected(std::move(set).error());
  auto journal = std::make_unique<sqlite_journal>(std::move(*opened));
  if (auto prepared = journal->prepare(); !prepared) return std::unexpected(std::move(prepared).error());
  return journal;
}

}  // namespace dais::journal
