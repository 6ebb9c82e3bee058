#pragma once

#include <filesystem>
#include <memory>

#include "server/access/credential_store.hpp"

namespace dais::access {

/// Opens the credential store in one SQLite file, readable by its owner only, WAL with synchronous=FULL; makes it if it
/// is not there.
stored<std::unique_ptr<credential_store>> open_sqlite_store(std::filesystem::path const& file);

}  // namespace dais::access
