#include "server/journal/sqlite/schema.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <utility>

namespace dais::journal::sqlite {

namespace {

/// True if the schema is there, false if the file is empty.
result<bool> look(database& in, schema const& wanted, std::string const& file) {
  auto const application = in.integer("PRAGMA application_id");
  if (!application) return std::unexpected(application.error());
  auto const version = in.integer("PRAGMA user_version");
  if (!version) return std::unexpected(version.error());
  auto const tables = in.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return std::unexpected(tables.error());
  if (*application == 0 && *version == 0 && *tables == 0) return false;
  if (*application != wanted.application_id) {
    return std::unexpected(error{fault::corrupt, file + " is a database, but not a " + wanted.what + " of Dais"});
  }
  if (*version != wanted.version) {
    return std::unexpected(error{fault::unavailable, file + " was written by another version of Dais (its schema is " +
                                                         std::to_string(*version) + ", this program knows " +
                                                         std::to_string(wanted.version) + "): use that one"});
  }
  return true;
}

result<void> make(database& in, schema const& wanted, std::string const& file) {
  auto begun = transaction::begin(in);
  if (!begun) return std::unexpected(std::move(begun).error());
  auto const made_meanwhile = look(in, wanted, file);
  if (!made_meanwhile) return std::unexpected(made_meanwhile.error());
  if (*made_meanwhile) return {};
  auto const marks = "PRAGMA application_id=" + std::to_string(wanted.application_id) +
                     "; PRAGMA user_version=" + std::to_string(wanted.version);
  if (auto made = in.run(wanted.tables); !made) return made;
  if (auto marked = in.run(marks.c_str()); !marked) return marked;
  return begun->commit();
}

}  // namespace

result<database> open_with(schema const& wanted, std::filesystem::path const& file, access how) {
  auto opened = database::open(file, how);
  if (!opened) return opened;
  auto const there = look(*opened, wanted, file.string());
  if (!there) return std::unexpected(there.error());
  if (how == access::write) {
    auto mode = opened->text(std::string("PRAGMA journal_mode=") + wanted.journal_mode);
    if (!mode) return std::unexpected(std::move(mode).error());
    if (!*there) {
      if (auto made = make(*opened, wanted, file.string()); !made) return std::unexpected(std::move(made).error());
    }
  } else if (!*there) {
    return std::unexpected(error{fault::corrupt, file.string() + " is empty: no " + wanted.what + " of Dais"});
  }
  return opened;
}

void make_private(std::filesystem::path const& file) {
  int const made = ::open(file.c_str(), O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0600);
  if (made >= 0) ::close(made);
}

}  // namespace dais::journal::sqlite
