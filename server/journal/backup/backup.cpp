#include <utility>

#include "server/journal/backup.hpp"
#include "server/journal/backup/archive.hpp"
#include "server/journal/backup/inspect.hpp"

namespace dais::journal {

namespace fs = std::filesystem;

namespace {

fs::path beside(fs::path const& file, char const* ending) { return file.string() + ending; }

/// The databases as they are now. The journal first: what its entries need (keys, files) was there before them.
result<std::vector<std::string>> copy_databases(fs::path const& from, fs::path const& to) {
  std::vector<std::string> names;
  for (auto const* name : {data_directory::journal, data_directory::keys, data_directory::access}) {
    if (name != data_directory::journal && !is_there(from / name)) continue;
    if (auto copied = sqlite::copy(from / name, to / name); !copied) return std::unexpected(std::move(copied).error());
    names.emplace_back(name);
  }
  return names;
}

std::unexpected<error> refused(std::string const& where, std::string const& what) {
  return std::unexpected(error{fault::corrupt, "nothing was backed up: " + where + ": " + what});
}

result<std::int64_t> add_vault(archive_writer& archive, fs::path const& data_dir) {
  auto const names = vault_files(data_dir);
  if (!names) return std::unexpected(names.error());
  for (auto const& name : *names) {
    auto const hash = archive.add(name, data_dir / name);
    if (!hash) return std::unexpected(hash.error());
    if (*hash != hash_in_name(name)) return refused(name, "its bytes do not have the hash that it is named after");
  }
  return static_cast<std::int64_t>(names->size());
}

/// Everything into one file, complete and durable under its temporary name.
result<inspection> pack(fs::path const& data_dir, fs::path const& into, fs::path const& scratch) {
  auto const names = copy_databases(data_dir, scratch);
  if (!names) return std::unexpected(names.error());
  auto seen = inspect(scratch, sqlite::access::immutable);
  if (!seen) return seen;
  if (!seen->findings.empty()) return refused(seen->findings.front().where, seen->findings.front().what);
  auto target = file::create(into);
  if (!target) return std::unexpected(std::move(target).error());
  archive_writer archive(std::move(*target));
  for (auto const& name : *names) {
    if (auto added = archive.add(name, scratch / name); !added) return std::unexpected(std::move(added).error());
  }
  auto const files = add_vault(archive, data_dir);
  if (!files) return std::unexpected(files.error());
  seen->files = *files;
  if (auto finished = archive.finish(); !finished) return std::unexpected(std::move(finished).error());
  return seen;
}

}  // namespace

result<inspection> backup(fs::path const& data_dir, fs::path const& file) {
  if (!is_there(data_dir / data_directory::journal)) {
    return std::unexpected(error{fault::unavailable, data_dir.string() + " holds no " + data_directory::journal});
  }
  auto const scratch = scratch_folder::make(beside(file, ".parts"));
  if (!scratch) return std::unexpected(scratch.error());
  auto const temporary = beside(file, ".tmp");
  std::error_code code;
  auto packed = pack(data_dir, temporary, scratch->path());
  if (packed) fs::rename(temporary, file, code);
  if (!packed || code) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    if (!packed) return packed;
    return std::unexpected(file_error(code.value(), "naming", file));
  }
  if (auto durable = synchronize_folder(file.parent_path()); !durable)
    return std::unexpected(std::move(durable).error());
  return packed;
}

}  // namespace dais::journal
