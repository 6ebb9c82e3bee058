#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "server/journal/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace dais::journal::sqlite {

/// How a file is opened.
enum class access {
  write,      ///< made if it is not there
  read,       ///< another process may be writing
  immutable,  ///< nobody writes: no lock and no file beside it
};

/// One prepared statement. What is bound must outlive the next reset().
class statement {
public:
  explicit statement(sqlite3_stmt* prepared) : x_statement(prepared) {}

  /// Parameters and columns as in SQLite: parameters count from 1, columns from 0.
  statement& bind(int parameter, std::int64_t value);
  statement& bind(int parameter, std::string_view text);
  statement& bind_blob(int parameter, void const* data, std::size_t size);

  /// True while there is a row.
  result<bool> step();
  /// Runs to the end, for a statement without rows that matter, and resets.
  result<void> run();
  void reset();

  std::int64_t integer(int column) const;
  /// The column's bytes, until the next step.
  std::string_view bytes(int column) const;
  bool null(int column) const;

private:
  struct finalizer {
    void operator()(sqlite3_stmt* prepared) const;
  };
  std::unique_ptr<sqlite3_stmt, finalizer> x_statement;
};

/// Resets a statement at the end of a scope, so that no read transaction stays open.
class resetter {
public:
  explicit resetter(statement& used) : x_used(used) {}
  ~resetter() { x_used.reset(); }
  resetter(resetter const&) = delete;
  resetter& operator=(resetter const&) = delete;

private:
  statement& x_used;
};

/// One connection to one SQLite file, used by one thread at a time.
class database {
public:
  static result<database> open(std::filesystem::path const& file, access how);

  /// Runs statements that return nothing of interest.
  result<void> run(char const* statements);
  result<statement> prepare(std::string_view text);
  /// First column of the first row, as an integer; 0 without a row.
  result<std::int64_t> integer(std::string_view query);
  /// First column of the first row, as text; empty without a row.
  result<std::string> text(std::string_view query);

  sqlite3* handle() const { return x_handle.get(); }

private:
  struct closer {
    void operator()(sqlite3* handle) const;
  };
  explicit database(sqlite3* handle) : x_handle(handle) {}
  std::unique_ptr<sqlite3, closer> x_handle;
};

/// A write transaction, rolled back at the end of the scope unless commit() succeeded.
class transaction {
public:
  static result<transaction> begin(database& on);
  transaction(transaction&& other) noexcept;
  ~transaction();
  result<void> commit();

private:
  explicit transaction(database& on) : x_on(&on) {}
  database* x_on;
};

/// The connection's last error as a fault, with the file's name.
error last_error(sqlite3* handle);

/// Copies the database `from` as it is now into the file `to` by SQLite's online backup; writers of `from` go on.
result<void> copy(std::filesystem::path const& from, std::filesystem::path const& to);

/// Every page and index of the file by SQLite's integrity_check; `corrupt` with what it says.
result<void> check_integrity(database& on);

}  // namespace dais::journal::sqlite
