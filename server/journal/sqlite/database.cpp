#include "server/journal/sqlite/database.hpp"

#include <sqlite3.h>

#include <utility>

namespace dais::journal::sqlite {

namespace {

constexpr int busy_milliseconds = 5'000;

fault fault_of(int code) {
  if (code == SQLITE_IOERR_SHMSIZE) return fault::disk_full;  // no room for the index of the log
  switch (code & 0xff) {
    case SQLITE_FULL:
      return fault::disk_full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
      return fault::corrupt;
    default:
      return fault::unavailable;
  }
}

std::string uri_of(std::filesystem::path const& file) {
  std::string uri = "file:";
  for (char each : std::filesystem::absolute(file).string()) {
    if (each == '%' || each == '?' || each == '#') {
      constexpr char const* digits = "0123456789abcdef";
      uri += '%';
      uri += digits[each >> 4];
      uri += digits[each & 15];
    } else {
      uri += each;
    }
  }
  return uri;
}

}  // namespace

error last_error(sqlite3* handle) {
  char const* const file = sqlite3_db_filename(handle, "main");
  return {fault_of(sqlite3_extended_errcode(handle)), std::string(file ? file : "") + ": " + sqlite3_errmsg(handle)};
}

void statement::finalizer::operator()(sqlite3_stmt* prepared) const { sqlite3_finalize(prepared); }

statement& statement::bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(x_statement.get(), parameter, value);
  return *this;
}

statement& statement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(x_statement.get(), parameter, text.data() ? text.data() : "", text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
  return *this;
}

statement& statement::bind_blob(int parameter, void const* data, std::size_t size) {
  sqlite3_bind_blob64(x_statement.get(), parameter, data, size, SQLITE_STATIC);
  return *this;
}

result<bool> statement::step() {
  switch (sqlite3_step(x_statement.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return std::unexpected(last_error(sqlite3_db_handle(x_statement.get())));
  }
}

result<void> statement::run() {
  resetter const at_the_end(*this);
  while (true) {
    auto row = step();
    if (!row) return std::unexpected(std::move(row).error());
    if (!*row) return {};
  }
}

void statement::reset() { sqlite3_reset(x_statement.get()); }

std::int64_t statement::integer(int column) const { return sqlite3_column_int64(x_statement.get(), column); }

std::string_view statement::bytes(int column) const {
  auto const* data = static_cast<char const*>(sqlite3_column_blob(x_statement.get(), column));
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(x_statement.get(), column));
  return data ? std::string_view(data, size) : std::string_view();
}

bool statement::null(int column) const { return sqlite3_column_type(x_statement.get(), column) == SQLITE_NULL; }

void database::closer::operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }

result<database> database::open(std::filesystem::path const& file, access how) {
  sqlite3* handle = nullptr;
  auto const uri = uri_of(file) + (how == access::immutable ? "?immutable=1" : "");
  int const flags = SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE |
                    (how == access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  int const code = sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr);
  database opened(handle);
  if (code != SQLITE_OK) {
    return std::unexpected(error{fault::unavailable, file.string() + ": " + sqlite3_errstr(code)});
  }
  sqlite3_busy_timeout(handle, busy_milliseconds);
  auto set = opened.run("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON");
  if (!set) return std::unexpected(std::move(set).error());
  return opened;
}

result<void> database::run(char const* statements) {
  if (sqlite3_exec(handle(), statements, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return std::unexpected(last_error(handle()));
}

result<statement> database::prepare(std::string_view text) {
  sqlite3_stmt* prepared = nullptr;
  int const code = sqlite3_prepare_v3(handle(), text.data(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
                                      &prepared, nullptr);
  if (code != SQLITE_OK) return std::unexpected(last_error(handle()));
  return statement(prepared);
}

result<std::int64_t> database::integer(std::string_view query) {
  auto prepared = prepare(query);
  if (!prepared) return std::unexpected(std::move(prepared).error());
  auto row = prepared->step();
  if (!row) return std::unexpected(std::move(row).error());
  return *row ? prepared->integer(0) : 0;
}

result<std::string> database::text(std::string_view query) {
  auto prepared = prepare(query);
  if (!prepared) return std::unexpected(std::move(prepared).error());
  auto row = prepared->step();
  if (!row) return std::unexpected(std::move(row).error());
  return std::string(*row ? prepared->bytes(0) : std::string_view());
}

result<transaction> transaction::begin(database& on) {
  auto begun = on.run("BEGIN IMMEDIATE");
  if (!begun) return std::unexpected(std::move(begun).error());
  return transaction(on);
}

transaction::transaction(transaction&& other) noexcept : x_on(std::exchange(other.x_on, nullptr)) {}

transaction::~transaction() {
  if (x_on && !sqlite3_get_autocommit(x_on->handle())) {
    sqlite3_exec(x_on->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

result<void> transaction::commit() { return x_on->run("COMMIT"); }

result<void> copy(std::filesystem::path const& from, std::filesystem::path const& to) {
  auto source = database::open(from, access::read);
  if (!source) return std::unexpected(std::move(source).error());
  auto target = database::open(to, access::write);
  if (!target) return std::unexpected(std::move(target).error());
  sqlite3_backup* const running = sqlite3_backup_init(target->handle(), "main", source->handle(), "main");
  if (!running) return std::unexpected(last_error(target->handle()));
  int code = SQLITE_OK;
  do {  // All pages under one read lock: a copy in steps would begin again at every write from another process.
    code = sqlite3_backup_step(running, -1);
  } while (code == SQLITE_OK);
  sqlite3_backup_finish(running);
  if (code == SQLITE_DONE) return {};
  return std::unexpected(error{fault_of(code), "copying " + from.string() + ": " + sqlite3_errstr(code)});
}

result<void> check_integrity(database& on) {
  auto says = on.text("PRAGMA integrity_check(1)");
  if (!says) return std::unexpected(std::move(says).error());
  if (*says == "ok") return {};
  return std::unexpected(error{fault::corrupt, std::string(sqlite3_db_filename(on.handle(), "main")) + ": " + *says});
}

}  // namespace dais::journal::sqlite
