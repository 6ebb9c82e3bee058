#pragma once

#include "protocol/hash256.hpp"
#include "server/journal/backup.hpp"
#include "server/journal/sqlite/database.hpp"

namespace dais::journal {

/// inspect(), with the databases opened as the caller knows that they can be.
result<inspection> inspect(std::filesystem::path const& data_dir, sqlite::access how);

/// The relative names of the files in a vault ("vault/ab/cdef…"), sorted; others in the folder are not the vault's.
result<std::vector<std::string>> vault_files(std::filesystem::path const& data_dir);

/// The hash in the name of a file of a vault, or nothing if it is no such name.
std::optional<protocol::hash256> hash_in_name(std::string_view name);

}  // namespace dais::journal
