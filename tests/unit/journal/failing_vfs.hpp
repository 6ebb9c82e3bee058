#pragma once

#include <cstdint>
#include <limits>
#include <memory>

struct sqlite3_vfs;

namespace dais::journal {

/// The disk below SQLite while this object lives (it becomes the default VFS): counts what reaches the real one, and
/// fails when told to. One at a time, on one thread; databases opened under it must be closed before it goes.
class failing_vfs {
public:
  struct plan {
    std::int64_t bytes_left = std::numeric_limits<std::int64_t>::max();  ///< by which files may still grow
    int calls_left = std::numeric_limits<int>::max();  ///< writes and synchronizations that still succeed
    int writes = 0;                                    ///< asked for
    int synchronizations = 0;                          ///< asked for
  };

  failing_vfs();
  ~failing_vfs();
  failing_vfs(failing_vfs const&) = delete;
  failing_vfs& operator=(failing_vfs const&) = delete;

  plan& disk();

private:
  std::unique_ptr<sqlite3_vfs> x_vfs;
};

}  // namespace dais::journal
