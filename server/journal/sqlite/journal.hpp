#pragma once

#include <filesystem>
#include <memory>

#include "server/journal/port.hpp"
#include "server/journal/sqlite/database.hpp"

namespace dais::journal {

/// Opens the journal in one SQLite file, WAL with synchronous=FULL; makes it if it is not there and `how` is write.
/// Several processes may have it open: the numbers of the entries are the arbiter (`conflict`).
result<std::unique_ptr<port>> open_sqlite_journal(std::filesystem::path const& file,
                                                  sqlite::access how = sqlite::access::write);

}  // namespace dais::journal
