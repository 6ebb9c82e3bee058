#include "server/vault/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

#include "server/vault/intake.hpp"

namespace dais::vault {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view incoming = "incoming-";

fs::path shelf_of(fs::path const& folder, hash256 const& hash) { return folder / hash.hex().substr(0, 2); }
fs::path place_of(fs::path const& folder, hash256 const& hash) { return shelf_of(folder, hash) / hash.hex().substr(2); }

std::unexpected<error> failed(std::string const& doing, fs::path const& what) {
  return std::unexpected(system_error(errno, doing + " " + what.string()));
}

std::unexpected<error> failed(std::string const& doing, fs::path const& what, std::error_code const& code) {
  return std::unexpected(system_error(code.value(), doing + " " + what.string()));
}

/// Makes the names in a folder durable.
result<void> synchronize(fs::path const& folder) {
  descriptor const opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened || ::fsync(opened.number()) != 0) return failed("synchronizing", folder);
  return {};
}

/// Makes a folder and its name in the parent durable; no error if it is there.
result<void> make_folder(fs::path const& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) return synchronize(folder.parent_path());
  if (errno == EEXIST) return {};
  return failed("making", folder);
}

result<bool> is_there(fs::path const& file) {
  if (::access(file.c_str(), F_OK) == 0) return true;
  if (errno == ENOENT) return false;
  return failed("looking for", file);
}

class file_writer final : public writer {
public:
  file_writer(fs::path folder, fs::path temporary, descriptor file, std::int64_t largest)
      : x_folder(std::move(folder)), x_temporary(std::move(temporary)), x_intake(std::move(file), largest) {}

  ~file_writer() override {
    if (!x_temporary.empty()) ::unlink(x_temporary.c_str());
  }

  result<void> append(std::span<std::byte const> piece) override { return x_intake.append(piece); }

  result<stored> finish() override {
    auto const kept = x_intake.finish();
    if (!kept) return kept;
    auto const place = place_of(x_folder, kept->hash);
    auto const there = is_there(place);
    if (!there) return std::unexpected(there.error());
    if (!*there) {
      if (auto moved = move_to(place); !moved) return std::unexpected(std::move(moved).error());
    }
    // Also where it was there: who put it there may not have come this far yet.
    if (auto durable = synchronize(place.parent_path()); !durable) return std::unexpected(std::move(durable).error());
    return kept;
  }

private:
  result<void> move_to(fs::path const& place) {
    int const file = x_intake.file().number();
    if (::fchmod(file, 0400) != 0 || ::fsync(file) != 0) return failed("synchronizing", x_temporary);
    if (auto made = make_folder(place.parent_path()); !made) return made;
    if (::rename(x_temporary.c_str(), place.c_str()) != 0) return failed("naming", place);
    x_temporary.clear();
    return {};
  }

  fs::path x_folder;
  fs::path x_temporary;  ///< empty once it has its name
  intake x_intake;
};

class file_store final : public store {
public:
  explicit file_store(fs::path folder) : x_folder(std::move(folder)) {}

  result<void> remove_leftovers() {
    std::error_code code;
    for (fs::directory_iterator each(x_folder, code), end; !code && each != end; each.increment(code)) {
      if (!each->path().filename().string().starts_with(incoming)) continue;
      if (::unlink(each->path().c_str()) != 0) return failed("removing", each->path());
    }
    if (code) return failed("reading", x_folder, code);
    return {};
  }

  result<std::unique_ptr<writer>> begin(std::int64_t largest) override {
    auto name = (x_folder / incoming).string() + "XXXXXX";
    descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file) return failed("making a file in", x_folder);
    return std::make_unique<file_writer>(x_folder, name, std::move(file), largest);
  }

  result<blob> open(hash256 const& hash) override {
    auto const place = place_of(x_folder, hash);
    descriptor file(::open(place.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file && errno == ENOENT) return std::unexpected(error{fault::absent, "the vault has no " + hash.hex()});
    struct stat about{};
    if (!file || ::fstat(file.number(), &about) != 0) return failed("opening", place);
    return blob(std::move(file), about.st_size);
  }

  result<bool> contains(hash256 const& hash) override { return is_there(place_of(x_folder, hash)); }

  result<std::vector<stored>> list() override {
    std::vector<stored> all;
    std::error_code code;
    for (fs::recursive_directory_iterator each(x_folder, code), end; !code && each != end; each.increment(code)) {
      auto const shelf = each->path().parent_path().filename().string();
      auto const hash = hash256::from_hex(shelf + each->path().filename().string());
      if (each.depth() != 1 || !hash) continue;
      auto const size = each->file_size(code);
      if (!code) all.push_back({*hash, static_cast<std::int64_t>(size)});
    }
    if (code) return failed("reading", x_folder, code);
    std::ranges::sort(all, {}, &stored::hash);
    return all;
  }

private:
  fs::path x_folder;
};

}  // namespace

result<std::unique_ptr<store>> open_files(fs::path const& folder) {
  auto where = fs::absolute(folder).lexically_normal();
  if (!where.has_filename()) where = where.parent_path();
  if (auto made = make_folder(where); !made) return std::unexpected(std::move(made).error());
  auto opened = std::make_unique<file_store>(where);
  if (auto removed = opened->remove_leftovers(); !removed) return std::unexpected(std::move(removed).error());
  return opened;
}

}  // namespace dais::vault
