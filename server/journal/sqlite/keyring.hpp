#pragma once

#include <filesystem>
#include <memory>

#include "server/journal/keyring.hpp"
#include "server/journal/sqlite/database.hpp"

namespace dais::journal {

/// Opens the keyring in one SQLite file of its own, readable by its owner only; makes it if it is not there and `how`
/// is write. A forgotten key is overwritten in the file (secure_delete) and there is no log beside it that keeps it;
/// copies of the file made earlier, backups too, still hold it.
result<std::unique_ptr<keyring>> open_sqlite_keyring(std::filesystem::path const& file,
                                                     sqlite::access how = sqlite::access::write);

}  // namespace dais::journal
