#include "tests/unit/journal/failing_vfs.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace dais::journal {

namespace {

failing_vfs::plan the_disk;
sqlite3_vfs* the_real_vfs = nullptr;

/// What SQLite sees as a file; the real one lies behind it in the same block of memory.
struct watched_file {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<watched_file*>(file)->real(); }

bool may_go_on() {
  if (the_disk.calls_left <= 0) return false;
  --the_disk.calls_left;
  return true;
}

int watched_write(sqlite3_file* file, void const* bytes, int size, sqlite3_int64 offset) {
  ++the_disk.writes;
  sqlite3_int64 now = 0;
  real(file)->pMethods->xFileSize(real(file), &now);
  auto const growth = std::max<sqlite3_int64>(0, offset + size - now);
  if (!may_go_on() || growth > the_disk.bytes_left) return SQLITE_FULL;
  the_disk.bytes_left -= growth;
  return real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}

int watched_synchronize(sqlite3_file* file, int flags) {
  ++the_disk.synchronizations;
  if (!may_go_on()) return SQLITE_IOERR_FSYNC;
  return real(file)->pMethods->xSync(real(file), flags);
}

/// A method of the real file, called with what SQLite passes.
template <auto Method>
struct passed_on;
template <class... Args, int (*sqlite3_io_methods::*Method)(sqlite3_file*, Args...)>
struct passed_on<Method> {
  static int call(sqlite3_file* file, Args... args) { return (real(file)->pMethods->*Method)(real(file), args...); }
};
template <auto Method>
constexpr auto pass = &passed_on<Method>::call;

void pass_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }

using io = sqlite3_io_methods;
io const watched_methods{
    .iVersion = 2,
    .xClose = pass<&io::xClose>,
    .xRead = pass<&io::xRead>,
    .xWrite = watched_write,
    .xTruncate = pass<&io::xTruncate>,
    .xSync = watched_synchronize,
    .xFileSize = pass<&io::xFileSize>,
    .xLock = pass<&io::xLock>,
    .xUnlock = pass<&io::xUnlock>,
    .xCheckReservedLock = pass<&io::xCheckReservedLock>,
    .xFileControl = pass<&io::xFileControl>,
    .xSectorSize = pass<&io::xSectorSize>,
    .xDeviceCharacteristics = pass<&io::xDeviceCharacteristics>,
    .xShmMap = pass<&io::xShmMap>,
    .xShmLock = pass<&io::xShmLock>,
    .xShmBarrier = pass_barrier,
    .xShmUnmap = pass<&io::xShmUnmap>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int watched_open(sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out_flags) {
  file->pMethods = nullptr;
  int const code = the_real_vfs->xOpen(the_real_vfs, name, real(file), flags, out_flags);
  if (real(file)->pMethods) file->pMethods = &watched_methods;
  return code;
}

}  // namespace

failing_vfs::failing_vfs() : x_vfs(std::make_unique<sqlite3_vfs>(*sqlite3_vfs_find(nullptr))) {
  the_disk = {};
  the_real_vfs = sqlite3_vfs_find(nullptr);
  x_vfs->zName = "failing";
  x_vfs->pNext = nullptr;
  x_vfs->szOsFile = static_cast<int>(sizeof(watched_file)) + the_real_vfs->szOsFile;
  x_vfs->xOpen = watched_open;
  sqlite3_vfs_register(x_vfs.get(), 1);
}

failing_vfs::~failing_vfs() {
  sqlite3_vfs_unregister(x_vfs.get());
  sqlite3_vfs_register(the_real_vfs, 1);
}

failing_vfs::plan& failing_vfs::disk() { return the_disk; }

}  // namespace dais::journal
