#include "server/journal/sqlite/keyring.hpp"

#include <algorithm>
#include <utility>

#include "server/journal/sqlite/schema.hpp"

namespace dais::journal {

namespace {

/// A rollback journal, not WAL: with WAL a forgotten key would stay readable in the log until a checkpoint.
constexpr sqlite::schema keyring_schema{.what = "keyring",
                                        .application_id = 0x44414b31,  // "DAK1"
                                        .version = 1,
                                        .journal_mode = "DELETE",
                                        .tables = R"sql(
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  key BLOB CHECK (key IS NULL OR length(key) = 32)  -- NULL: forgotten
) STRICT, WITHOUT ROWID;
)sql"};

class sqlite_keyring final : public keyring {
public:
  explicit sqlite_keyring(sqlite::database opened) : x_database(std::move(opened)) {}

  /// Separate from the constructor because it can fail.
  result<void> prepare() {
    for (auto& [text, slot] : {
             std::pair{"SELECT key FROM person WHERE id = ?1", &x_select},
             {"INSERT INTO person (id, key) VALUES (?1, ?2)", &x_insert},
             {"INSERT INTO person (id, key) VALUES (?1, NULL) ON CONFLICT (id) DO UPDATE SET key = NULL", &x_forget},
         }) {
      auto prepared = x_database.prepare(text);
      if (!prepared) return std::unexpected(std::move(prepared).error());
      *slot = std::move(*prepared);
    }
    return {};
  }

  result<std::vector<std::optional<key>>> keys_of(std::span<std::string const> persons, if_missing then) override {
    auto found = look_up(persons);
    if (!found) return std::unexpected(std::move(found).error());
    if (then == if_missing::create && !std::ranges::all_of(*found, &row::there)) {
      if (auto made = make_missing(persons, *found); !made) return std::unexpected(std::move(made).error());
    }
    std::vector<std::optional<key>> keys;
    for (auto& each : *found) keys.push_back(std::move(each.value));
    return keys;
  }

  result<void> forget(std::string_view person) override { return x_forget.bind(1, person).run(); }

  result<bool> forgotten(std::string_view person) override {
    auto const found = look_up(person);
    if (!found) return std::unexpected(found.error());
    return found->there && !found->value;
  }

private:
  struct row {
    bool there = false;
    std::optional<key> value;  ///< nothing if forgotten
  };

  result<row> look_up(std::string_view person) {
    sqlite::resetter const at_the_end(x_select);
    auto const there = x_select.bind(1, person).step();
    if (!there) return std::unexpected(there.error());
    if (!*there) return row{};
    if (x_select.null(0)) return row{true, std::nullopt};
    key read;
    auto const bytes = x_select.bytes(0);
    if (bytes.size() != read.bytes.size()) {
      return std::unexpected(error{fault::corrupt, "the keyring holds a key of the wrong length"});
    }
    std::ranges::copy(bytes, read.bytes.begin());
    return row{true, read};
  }

  result<std::vector<row>> look_up(std::span<std::string const> persons) {
    std::vector<row> rows;
    for (auto const& person : persons) {
      auto found = look_up(std::string_view(person));
      if (!found) return std::unexpected(std::move(found).error());
      rows.push_back(std::move(*found));
    }
    return rows;
  }

  /// Makes what is missing in one transaction; looks again first, for another process may have made or forgotten one.
  result<void> make_missing(std::span<std::string const> persons, std::vector<row>& rows) {
    auto begun = sqlite::transaction::begin(x_database);
    if (!begun) return std::unexpected(std::move(begun).error());
    for (std::size_t i = 0; i < persons.size(); ++i) {
      auto now = look_up(std::string_view(persons[i]));
      if (!now) return std::unexpected(std::move(now).error());
      if (!now->there) {
        *now = row{true, make_key()};
        x_insert.bind(1, std::string_view(persons[i])).bind_blob(2, now->value->bytes.data(), 32);
        if (auto inserted = x_insert.run(); !inserted) return inserted;
      }
      rows[i] = std::move(*now);
    }
    return begun->commit();
  }

  sqlite::database x_database;  // before the statements, which must go first
  sqlite::statement x_select{nullptr}, x_insert{nullptr}, x_forget{nullptr};
};

}  // namespace

result<std::unique_ptr<keyring>> open_sqlite_keyring(std::filesystem::path const& file, sqlite::access how) {
  if (how == sqlite::access::write) sqlite::make_private(file);
  auto opened = sqlite::open_with(keyring_schema, file, how);
  if (!opened) return std::unexpected(std::move(opened).error());
  // EXTRA: without WAL, FULL could lose the last commit, a key already in use, to a power cut.
  auto set = opened->run("PRAGMA synchronous=EXTRA; PRAGMA secure_delete=ON");
  if (!set) return std::unexpected(std::move(set).error());
  auto opened_ring = std::make_unique<sqlite_keyring>(std::move(*opened));
  if (auto prepared = opened_ring->prepare(); !prepared) return std::unexpected(std::move(prepared).error());
  return opened_ring;
}

}  // namespace dais::journal
