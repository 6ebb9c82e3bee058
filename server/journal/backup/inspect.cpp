#include "server/journal/backup/inspect.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "server/journal/backup/file.hpp"
#include "server/journal/chain.hpp"
#include "server/journal/sha256.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "server/journal/sqlite/keyring.hpp"

namespace dais::journal {

namespace fs = std::filesystem;

namespace {

class inspector {
public:
  inspector(fs::path const& data_dir, sqlite::access how) : x_data_dir(data_dir), x_how(how) {}

  result<inspection> run() {
    if (auto done = pass(data_directory::journal, journal()); !done) return std::unexpected(std::move(done).error());
    if (is_there(x_data_dir / data_directory::keys)) {
      if (auto done = pass(data_directory::keys, keys()); !done) return std::unexpected(std::move(done).error());
    }
    if (is_there(x_data_dir / data_directory::access)) {
      auto const access = integrity_of(data_directory::access);
      if (auto done = pass(data_directory::access, access); !done) return std::unexpected(std::move(done).error());
    }
    if (auto done = vault(); !done) return std::unexpected(std::move(done).error());
    return std::move(x_seen);
  }

private:
  /// Damage is a finding; any other error stays one.
  result<void> pass(std::string const& where, result<void> const& outcome) {
    if (outcome) return {};
    if (outcome.error().what != fault::corrupt) return outcome;
    x_seen.findings.push_back({where, outcome.error().detail});
    return {};
  }

  result<void> integrity_of(char const* name) {
    auto opened = sqlite::database::open(x_data_dir / name, x_how);
    if (!opened) return std::unexpected(std::move(opened).error());
    return sqlite::check_integrity(*opened);
  }

  result<void> journal() {
    auto opened = open_sqlite_journal(x_data_dir / data_directory::journal, x_how);
    if (!opened) return std::unexpected(std::move(opened).error());
    auto const streams = (*opened)->streams();
    if (!streams) return std::unexpected(streams.error());
    for (auto const& stream : *streams) {
      auto const found = verify(**opened, stream);
      if (!found) return std::unexpected(found.error());
      ++x_seen.streams;
      x_seen.entries += found->entries;
      if (auto const& broken = found->first_broken) {
        auto const entry = "entry " + std::to_string(broken->seq) + " of stream " + stream;
        x_seen.findings.push_back({data_directory::journal, entry + " " + broken->reason});
      }
    }
    return integrity_of(data_directory::journal);
  }

  result<void> keys() {
    auto const opened = open_sqlite_keyring(x_data_dir / data_directory::keys, x_how);
    if (!opened) return std::unexpected(opened.error());
    return integrity_of(data_directory::keys);
  }

  result<void> vault() {
    auto const names = vault_files(x_data_dir);
    if (!names) return std::unexpected(names.error());
    for (auto const& name : *names) {
      auto const hash = hash_of(x_data_dir / name);
      if (!hash) return std::unexpected(hash.error());
      if (*hash == hash_in_name(name)) {
        ++x_seen.files;
      } else {
        x_seen.findings.push_back({name, "its bytes do not have the hash that it is named after"});
      }
    }
    return {};
  }

  static result<protocol::hash256> hash_of(fs::path const& path) {
    auto opened = file::open(path);
    if (!opened) return std::unexpected(std::move(opened).error());
    std::vector<std::byte> buffer(256 * 1024);
    sha256_hasher hasher;
    while (true) {
      auto const got = opened->read(buffer);
      if (!got) return std::unexpected(got.error());
      hasher.add(std::span(buffer).first(*got));
      if (*got < buffer.size()) return hasher.finish();
    }
  }

  fs::path x_data_dir;
  sqlite::access x_how;
  inspection x_seen;
};

}  // namespace

result<inspection> inspect(fs::path const& data_dir) { return inspect(data_dir, sqlite::access::read); }

result<inspection> inspect(fs::path const& data_dir, sqlite::access how) { return inspector(data_dir, how).run(); }

std::optional<protocol::hash256> hash_in_name(std::string_view name) {
  auto const start = std::string(data_directory::vault) + "/";
  if (name.size() != start.size() + 65 || !name.starts_with(start) || name[start.size() + 2] != '/') {
    return std::nullopt;
  }
  auto const digits = name.substr(start.size());
  return protocol::hash256::from_hex(std::string(digits.substr(0, 2)) + std::string(digits.substr(3)));
}

result<std::vector<std::string>> vault_files(fs::path const& data_dir) {
  std::vector<std::string> names;
  auto const folder = data_dir / data_directory::vault;
  if (!is_there(folder)) return names;
  std::error_code code;
  for (fs::recursive_directory_iterator each(folder, code), end; !code && each != end; each.increment(code)) {
    auto const shelf = fs::path(data_directory::vault) / each->path().parent_path().filename();
    auto name = (shelf / each->path().filename()).string();
    if (each.depth() == 1 && hash_in_name(name)) names.push_back(std::move(name));
  }
  if (code) return std::unexpected(file_error(code.value(), "reading", folder));
  std::ranges::sort(names);
  return names;
}

}  // namespace dais::journal
