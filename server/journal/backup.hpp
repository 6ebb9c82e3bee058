#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "server/journal/error.hpp"

namespace dais::journal {

/// What a data directory holds; the last three may be missing.
namespace data_directory {
inline constexpr char const* journal = "journal.db";
inline constexpr char const* keys = "keys.db";
inline constexpr char const* access = "access.db";
inline constexpr char const* vault = "vault";  ///< a folder: ab/cdef…, the digits of each file's SHA-256
}  // namespace data_directory

/// Something in a data directory that is not as it was written, in words for the operator.
struct finding {
  std::string where;  ///< "journal.db", "vault/ab/cdef…"
  std::string what;
};

/// What inspect() saw.
struct inspection {
  std::int64_t streams = 0;
  std::int64_t entries = 0;  ///< good ones, of all streams
  std::int64_t files = 0;    ///< good ones, in the vault
  std::vector<finding> findings;
};

/// Checks everything in a data directory: SQLite's integrity of each database, the chain of every stream to its first
/// broken entry, the hash of every file. Only reads; safe while a server uses the directory. An error means that
/// something could not be read now; what is damaged is a finding.
result<inspection> inspect(std::filesystem::path const& data_dir);

/// Writes the whole data directory into one file, while a server uses it: the databases by SQLite's online backup, then
/// the vault (what an entry refers to was there before the entry, so nothing can be missing). The file is a tar archive
/// that ends with SHA256SUMS; it holds the keys too, so only its owner may read it, and restoring it brings back who
/// was forgotten since. FILE appears complete or not at all (FILE.tmp), replacing an older one. `corrupt` if inspect()
/// would find something in what was copied; nothing is written then.
result<inspection> backup(std::filesystem::path const& data_dir, std::filesystem::path const& file);

/// Makes a data directory from a backup: DIR must not exist or be empty (`conflict`). Every byte of the file is
/// checked, then everything as in inspect(): `corrupt` if anything is damaged. Unpacks into DIR.partial, synchronizes,
/// renames: DIR appears whole or not at all.
result<inspection> restore(std::filesystem::path const& file, std::filesystem::path const& data_dir);

}  // namespace dais::journal
