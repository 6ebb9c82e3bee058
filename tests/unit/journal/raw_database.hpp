#pragma once

#include <filesystem>

#include "server/journal/sqlite/database.hpp"

namespace dais::journal {

/// Changes a database behind the back of its owner, as a person with a database tool would.
inline void tamper(std::filesystem::path const& file, std::string const& statements) {
  auto raw = sqlite::database::open(file, sqlite::access::write).value();
  raw.run("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON").value();
  raw.run(statements.c_str()).value();
}

}  // namespace dais::journal
