#pragma once

#include <cstdint>

#include "server/journal/sqlite/database.hpp"

namespace dais::journal::sqlite {

/// What a file of ours holds, and of which version.
struct schema {
  char const* what;             ///< "journal", for messages
  std::int32_t application_id;  ///< PRAGMA application_id, which tells our files from others
  int version;                  ///< PRAGMA user_version
  char const* journal_mode;     ///< "WAL" or "DELETE"
  char const* tables;           ///< the statements that make an empty file one of this version
};

/// Opens a file and sees that it holds this schema; makes it in an empty file that is opened for writing. `corrupt` if
/// the file is something else, `unavailable` if a newer Dais wrote it.
result<database> open_with(schema const& wanted, std::filesystem::path const& file, access how);

/// Makes an empty file that its owner alone can read, where there is none: SQLite would make it readable by others.
void make_private(std::filesystem::path const& file);

}  // namespace dais::journal::sqlite
