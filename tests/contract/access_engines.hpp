#pragma once

#include <memory>

#include "server/access/memory.hpp"
#include "server/access/sqlite.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::access {

struct memory_engine {
  std::unique_ptr<credential_store> make() { return make_memory_store(); }
};

struct sqlite_engine {
  std::unique_ptr<credential_store> make() { return open_sqlite_store(folder / "access.db").value(); }
  support::temporary_folder folder;
};

}  // namespace dais::access
