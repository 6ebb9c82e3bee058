#include <set>
#include <utility>

#include "server/journal/backup.hpp"
#include "server/journal/backup/archive.hpp"
#include "server/journal/backup/inspect.hpp"

namespace dais::journal {

namespace fs = std::filesystem;

namespace {

std::unexpected<error> refused(std::string const& why) {
  return std::unexpected(error{fault::corrupt, "nothing was restored: " + why});
}

bool is_database(std::string_view name) {
  return name == data_directory::journal || name == data_directory::keys || name == data_directory::access;
}

/// Only the names that backup() writes, each once: a foreign archive cannot reach outside the folder.
result<void> check_name(std::string const& name, std::set<std::string>& seen) {
  if (!is_database(name) && !hash_in_name(name)) return refused("a backup has no " + name);
  if (!seen.insert(name).second) return refused(name + " stands in it twice");
  return {};
}

result<void> save(archive_reader& archive, archive_reader::member const& member, fs::path const& to) {
  std::error_code code;
  fs::create_directories(to.parent_path(), code);
  if (code) return std::unexpected(file_error(code.value(), "making", to.parent_path()));
  auto const saved = archive.save(member, to);
  if (!saved) return std::unexpected(saved.error());
  if (auto const named = hash_in_name(member.name)) {
    if (*saved != *named) return refused(member.name + " does not have the hash that it is named after");
    fs::permissions(to, fs::perms::owner_read, code);
  }
  return {};
}

result<void> unpack(fs::path const& from, fs::path const& into) {
  auto opened = file::open(from);
  if (!opened) return std::unexpected(std::move(opened).error());
  archive_reader archive(std::move(*opened));
  std::set<std::string> seen;
  while (true) {
    auto const member = archive.next();
    if (!member) return std::unexpected(member.error());
    if (!*member) break;
    if (auto good = check_name((*member)->name, seen); !good) return good;
    if (auto saved = save(archive, **member, into / (*member)->name); !saved) return saved;
  }
  if (!seen.contains(data_directory::journal)) return refused("it holds no journal");
  return {};
}

result<void> synchronize_folders(fs::path const& root) {
  if (auto done = synchronize_folder(root); !done) return done;
  std::error_code code;
  for (fs::recursive_directory_iterator each(root, code), end; !code && each != end; each.increment(code)) {
    if (!each->is_directory(code)) continue;
    if (auto done = synchronize_folder(each->path()); !done) return done;
  }
  if (code) return std::unexpected(file_error(code.value(), "reading", root));
  return {};
}

fs::path without_trailing_slash(fs::path const& path) {
  auto normal = fs::absolute(path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

}  // namespace

result<inspection> restore(fs::path const& from, fs::path const& data_dir) {
  auto const target = without_trailing_slash(data_dir);
  std::error_code code;
  if (fs::exists(target, code) && !(fs::is_directory(target, code) && fs::is_empty(target, code))) {
    return std::unexpected(error{fault::conflict, target.string() + " is not an empty folder: restore into a new one"});
  }
  auto partial = scratch_folder::make(target.string() + ".partial");
  if (!partial) return std::unexpected(std::move(partial).error());
  if (auto unpacked = unpack(from, partial->path()); !unpacked) return std::unexpected(std::move(unpacked).error());
  auto seen = inspect(partial->path(), sqlite::access::immutable);
  if (!seen) return seen;
  if (!seen->findings.empty()) return refused(seen->findings.front().where + ": " + seen->findings.front().what);
  if (auto done = synchronize_folders(partial->path()); !done) return std::unexpected(std::move(done).error());
  fs::rename(partial->path(), target, code);
  if (code) return std::unexpected(file_error(code.value(), "naming", target));
  partial->keep();
  if (auto done = synchronize_folder(target.parent_path()); !done) return std::unexpected(std::move(done).error());
  return seen;
}

}  // namespace dais::journal
