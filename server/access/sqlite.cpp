#include "server/access/sqlite.hpp"

#include <algorithm>
#include <mutex>
#include <utility>

#include "server/access/email_key.hpp"
#include "server/access/sqlite_engine.hpp"
#include "server/journal/sqlite/schema.hpp"

namespace dais::access {

namespace {

namespace sqlite = journal::sqlite;

/// Instants are milliseconds since 1970; tokens are SHA-256.
constexpr sqlite::schema access_schema{.what = "credential store",
                                       .application_id = 0x44414331,  // "DAC1"
                                       .version = 1,
                                       .journal_mode = "WAL",
                                       .tables = R"sql(
CREATE TABLE password (account TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE link (
  token BLOB PRIMARY KEY CHECK (length(token) = 32), account TEXT NOT NULL, expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX link_of_account ON link (account);
CREATE TABLE session (
  token BLOB PRIMARY KEY CHECK (length(token) = 32), id TEXT NOT NULL UNIQUE, account TEXT NOT NULL,
  device TEXT NOT NULL, began INTEGER NOT NULL, used INTEGER NOT NULL, expires INTEGER NOT NULL,
  by_link INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_account ON session (account);
CREATE TABLE attempts_of_account (
  account TEXT PRIMARY KEY, count INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE attempts_of_email (
  email BLOB PRIMARY KEY CHECK (length(email) = 32), count INTEGER NOT NULL, last INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX oldest_attempt_of_email ON attempts_of_email (last);
CREATE TABLE secret (id INTEGER PRIMARY KEY CHECK (id = 1), bytes BLOB NOT NULL CHECK (length(bytes) = 32)) STRICT;
)sql"};

constexpr char const* session_of_token =
    "SELECT id, account, device, began, used, expires, by_link FROM session WHERE token = ?1 AND expires > ?2";
constexpr char const* session_of_id =
    "SELECT id, account, device, began, used, expires, by_link FROM session WHERE id = ?1 AND expires > ?2";
constexpr char const* sessions_of_account =
    "SELECT id, account, device, began, used, expires, by_link FROM session WHERE account = ?1 AND expires > ?2"
    " ORDER BY used DESC, id";

session session_in(query const& row) {
  return {.id = {row.text(0)},
          .account = {row.text(1)},
          .device = row.text(2),
          .began = instant_of(row.integer(3)),
          .used = instant_of(row.integer(4)),
          .expires = instant_of(row.integer(5)),
          .by_link = row.integer(6) != 0};
}

class sqlite_store final : public credential_store {
public:
  sqlite_store(sqlite::database opened, email_secret const& secret) : x_database(std::move(opened)), x_secret(secret) {}

  stored<std::optional<std::string>> password_of(protocol::account_id const& account) override {
    return guarded([&] {
      query found(x_database, "SELECT hash FROM password WHERE account = ?1", account.value);
      return found.step() ? std::optional(found.text(0)) : std::nullopt;
    });
  }

  stored<void> set_password(protocol::account_id const& account, std::string const& hash) override {
    return guarded([&] {
      run("INSERT INTO password VALUES (?1, ?2) ON CONFLICT (account) DO UPDATE SET hash = ?2", account.value, hash);
    });
  }

  stored<void> add_link(protocol::hash256 const& token, access::link const& added) override {
    return in_transaction([&] {
      run("INSERT INTO link VALUES (?1, ?2, ?3)", token, added.account.value, added.expires);
      run("DELETE FROM link WHERE token IN (SELECT token FROM link WHERE account = ?1"
          " ORDER BY token = ?2 DESC, expires DESC LIMIT -1 OFFSET ?3)",
          added.account.value, token, links_per_account);
    });
  }

  stored<std::optional<protocol::account_id>> use_link(protocol::hash256 const& token, protocol::instant now) override {
    return in_transaction([&]() -> std::optional<protocol::account_id> {
      query found(x_database, "DELETE FROM link WHERE token = ?1 RETURNING account, expires", token);
      if (!found.step()) return std::nullopt;
      auto account = protocol::account_id{found.text(0)};
      auto const expires = instant_of(found.integer(1));
      found.step();
      return expires > now ? std::optional(std::move(account)) : std::nullopt;
    });
  }

  stored<void> begin_session(protocol::hash256 const& token, access::session const& begun) override {
    return in_transaction([&] {
      run("INSERT INTO session VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", token, begun.id.value, begun.account.value,
          begun.device, begun.began, begun.used, begun.expires, std::int64_t{begun.by_link});
      run("DELETE FROM session WHERE token IN (SELECT token FROM session WHERE account = ?1"
          " ORDER BY token = ?2 DESC, used DESC LIMIT -1 OFFSET ?3)",
          begun.account.value, token, sessions_per_account);
    });
  }

  stored<std::optional<access::session>> find_session(protocol::hash256 const& token, protocol::instant now) override {
    return guarded([&] {
      auto found = one(session_of_token, token, now);
      if (found && now - found->used >= use_interval) {
        found->used = now;
        run("UPDATE session SET used = ?2 WHERE token = ?1", token, now);
      }
      return found;
    });
  }

  stored<std::optional<access::session>> find_session(protocol::sign_in_id const& id, protocol::instant now) override {
    return guarded([&] { return one(session_of_id, id.value, now); });
  }

  stored<std::vector<access::session>> sessions_of(protocol::account_id const& account,
                                                   protocol::instant now) override {
    return guarded([&] {
      query row(x_database, sessions_of_account, account.value, now);
      std::vector<access::session> found;
      while (row.step()) found.push_back(session_in(row));
      return found;
    });
  }

  stored<bool> revoke(protocol::sign_in_id const& id) override {
    return guarded([&] { return query(x_database, "DELETE FROM session WHERE id = ?1", id.value).changes() > 0; });
  }

  stored<std::size_t> revoke_all(protocol::account_id const& account,
                                 std::optional<protocol::sign_in_id> const& except) override {
    return in_transaction([&] {
      auto const kept = except.value_or(protocol::sign_in_id{}).value;
      run("DELETE FROM link WHERE account = ?1", account.value);
      query ended(x_database, "DELETE FROM session WHERE account = ?1 AND id <> ?2", account.value, kept);
      return static_cast<std::size_t>(ended.changes());
    });
  }

  stored<std::optional<std::chrono::seconds>> begin_attempt(protocol::account_id const& account,
                                                            protocol::instant now) override {
    return in_transaction([&] {
      return begin("SELECT count, last FROM attempts_of_account WHERE account = ?1",
                   "INSERT INTO attempts_of_account VALUES (?1, ?2, ?3)"
                   " ON CONFLICT (account) DO UPDATE SET count = ?2, last = ?3",
                   account.value, now);
    });
  }

  stored<std::optional<std::chrono::seconds>> begin_attempt(protocol::email const& unknown,
                                                            protocol::instant now) override {
    return in_transaction([&] {
      auto const key = email_key(x_secret, unknown);
      auto const wait = begin("SELECT count, last FROM attempts_of_email WHERE email = ?1",
                              "INSERT INTO attempts_of_email VALUES (?1, ?2, ?3)"
                              " ON CONFLICT (email) DO UPDATE SET count = ?2, last = ?3",
                              key, now);
      if (query total(x_database, "SELECT count(*) > ?1 FROM attempts_of_email", unknown_emails);
          total.step() && total.integer(0) != 0)
        run("DELETE FROM attempts_of_email WHERE email ="
            " (SELECT email FROM attempts_of_email WHERE email <> ?1 ORDER BY last, email LIMIT 1)",
            key);
      return wait;
    });
  }

  stored<void> attempt_succeeded(protocol::account_id const& account) override {
    return guarded([&] { run("DELETE FROM attempts_of_account WHERE account = ?1", account.value); });
  }

  stored<void> forget(protocol::account_id const& account) override {
    return in_transaction([&] {
      for (auto const* text :
           {"DELETE FROM password WHERE account = ?1", "DELETE FROM link WHERE account = ?1",
            "DELETE FROM session WHERE account = ?1", "DELETE FROM attempts_of_account WHERE account = ?1"})
        run(text, account.value);
    });
  }

  stored<void> prune(protocol::instant now) override {
    return in_transaction([&] {
      auto const forgotten = now - sign_in_gate::memory;
      run("DELETE FROM link WHERE expires <= ?1", now);
      run("DELETE FROM session WHERE expires <= ?1", now);
      run("DELETE FROM attempts_of_account WHERE last <= ?1", forgotten);
      run("DELETE FROM attempts_of_email WHERE last <= ?1", forgotten);
    });
  }

private:
  /// Runs `body` alone on the connection; a failure of the engine in it becomes the outcome.
  template <class Body>
  auto guarded(Body body) -> stored<decltype(body())> {
    std::scoped_lock const lock(x_mutex);
    return attempted(body);
  }

  /// The same in one write transaction, which is rolled back unless all of it succeeds.
  template <class Body>
  auto in_transaction(Body body) -> stored<decltype(body())> {
    std::scoped_lock const lock(x_mutex);
    return attempted([&] {
      auto begun = or_throw(sqlite::transaction::begin(x_database));
      if constexpr (std::is_void_v<decltype(body())>) {
        body();
        or_throw(begun.commit());
      } else {
        auto outcome = body();
        or_throw(begun.commit());
        return outcome;
      }
    });
  }

  template <class Body>
  static auto attempted(Body const& body) -> stored<decltype(body())> {
    try {
      if constexpr (std::is_void_v<decltype(body())>) {
        body();
        return {};
      } else {
        return body();
      }
    } catch (engine_failed& failed) {
      return std::unexpected(std::move(failed.why));
    }
  }

  template <class... Parameters>
  void run(std::string_view text, Parameters const&... parameters) {
    query(x_database, text, parameters...).run();
  }

  template <class... Parameters>
  std::optional<access::session> one(std::string_view text, Parameters const&... parameters) {
    query row(x_database, text, parameters...);
    return row.step() ? std::optional(session_in(row)) : std::nullopt;
  }

  template <class Key>
  std::optional<std::chrono::seconds> begin(std::string_view select, std::string_view upsert, Key const& key,
                                            protocol::instant now) {
    attempts so_far;
    if (query row(x_database, select, key); row.step()) so_far = {row.integer(0), instant_of(row.integer(1))};
    auto const wait = x_gate.retry_after(so_far, now);
    if (!wait) {
      so_far = x_gate.begin(so_far, now);
      run(upsert, key, so_far.count, so_far.last);
    }
    return wait;
  }

  std::mutex x_mutex;
  sqlite::database x_database;
  sign_in_gate const x_gate;
  email_secret const x_secret;
};

/// The secret of this file, made at the first opening.
stored<email_secret> secret_in(sqlite::database& file) {
  try {
    auto const fresh = protocol::hash256{new_email_secret()};
    query(file, "INSERT INTO secret VALUES (1, ?1) ON CONFLICT (id) DO NOTHING", fresh).run();
    query row(file, "SELECT bytes FROM secret WHERE id = 1");
    row.step();
    auto const bytes = row.text(0);
    email_secret secret{};
    if (bytes.size() == secret.size()) std::ranges::copy(bytes, secret.begin());
    return secret;
  } catch (engine_failed& failed) {
    return std::unexpected(std::move(failed.why));
  }
}

}  // namespace

stored<std::unique_ptr<credential_store>> open_sqlite_store(std::filesystem::path const& file) {
  sqlite::make_private(file);
  auto opened = sqlite::open_with(access_schema, file, sqlite::access::write);
  if (!opened) return std::unexpected(std::move(opened).error());
  if (auto set = opened->run("PRAGMA synchronous=FULL"); !set) return std::unexpected(std::move(set).error());
  auto const secret = secret_in(*opened);
  if (!secret) return std::unexpected(secret.error());
  return std::make_unique<sqlite_store>(std::move(*opened), *secret);
}

}  // namespace dais::access
