#pragma once

#include <memory>

#include "server/journal/memory.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::journal {

struct memory_engine {
  std::unique_ptr<port> make() { return std::make_unique<memory_journal>(); }
};

struct sqlite_engine {
  std::unique_ptr<port> make() { return open_sqlite_journal(folder / "journal.db").value(); }
  support::temporary_folder folder;
};

}  // namespace dais::journal
