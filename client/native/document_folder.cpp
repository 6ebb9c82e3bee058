#include "client/native/document_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "client/native/sha256.hpp"
#include "client/native/whole_file.hpp"
#include "protocol/json.hpp"

namespace dais::native {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_list = 64 * 1'048'576;

bool has_hash(fs::path const& file, std::string const& sha256) {
  std::error_code ignored;
  if (!fs::is_regular_file(fs::symlink_status(file, ignored))) return false;
  auto const hash = sha256_of_file(file);
  return hash && hash->hex() == sha256;
}

bool is_there(fs::path const& file) {
  std::error_code ignored;
  return fs::symlink_status(file, ignored).type() != fs::file_type::not_found;
}

/// Whether a name from the list can only be a file of the folder itself.
bool is_plain(std::string const& name) {
  return !name.empty() && name.find('/') == std::string::npos && name.front() != '.' &&
         name.find('\0') == std::string::npos;
}

}  // namespace

std::expected<document_folder, failure> document_folder::open(fs::path folder, std::string source) {
  std::error_code error;
  fs::create_directories(folder / ".dais" / "parts", error);
  if (error) return std::unexpected(failure{failure::kind::disk, folder.string() + ": " + error.message()});
  int const lock = ::open((folder / ".dais" / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (lock < 0) return std::unexpected(failure{failure::kind::disk, folder.string() + ": " + std::strerror(errno)});
  document_folder out(std::move(folder), std::move(source), lock);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0)
    return std::unexpected(failure{failure::kind::stopped, out.x_folder.string()});
  if (auto const loaded = out.load(); !loaded) return std::unexpected(loaded.error());
  return out;
}

document_folder::document_folder(fs::path folder, std::string source, int lock)
    : x_folder(std::move(folder)), x_source(std::move(source)), x_lock(lock) {}

document_folder::document_folder(document_folder&& other) noexcept
    : x_folder(std::move(other.x_folder)),
      x_source(std::move(other.x_source)),
      x_lock(std::exchange(other.x_lock, -1)),
      x_files(std::move(other.x_files)),
      x_verified(std::move(other.x_verified)) {}

document_folder& document_folder::operator=(document_folder&& other) noexcept {
  std::swap(x_folder, other.x_folder);
  std::swap(x_source, other.x_source);
  std::swap(x_lock, other.x_lock);
  std::swap(x_files, other.x_files);
  std::swap(x_verified, other.x_verified);
  return *this;
}

document_folder::~document_folder() {
  if (x_lock >= 0) ::close(x_lock);
}

std::expected<void, failure> document_folder::load() {
  if (!is_there(hidden("files.json"))) return {};
  auto const bytes = read_whole(hidden("files.json"), largest_list);
  if (!bytes) return std::unexpected(bytes.error());
  auto const broken = [&] { return std::unexpected(failure{failure::kind::broken, x_folder.string()}); };
  auto const read = protocol::parse(*bytes, largest_list);
  if (!read || !read->is_object() || read->value("source", protocol::json()) != protocol::json(x_source))
    return broken();
  auto const files = read->find("files");
  if (files == read->end() || !files->is_object()) return broken();
  for (auto const& [name, one] : files->items()) {
    auto const text = [&](char const* key) {
      auto const found = one.is_object() ? one.find(key) : one.end();
      return one.is_object() && found != one.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (is_plain(name)) x_files[name] = {text("document"), text("language"), text("sha256")};
  }
  return {};
}

std::expected<void, failure> document_folder::save() const {
  protocol::json files = protocol::json::object();
  for (auto const& [name, one] : x_files)
    files[name] = {{"document", one.document}, {"language", one.language}, {"sha256", one.sha256}};
  return write_whole(hidden("files.json"), protocol::canonical({{"source", x_source}, {"files", files}}) + "\n", 0600);
}

bool document_folder::is_current(wanted_file const& wanted) {
  for (auto const& [name, one] : x_files) {
    if (one.document != wanted.document.value || one.language != wanted.language.value || one.sha256 != wanted.sha256)
      continue;
    std::error_code error;
    auto const written = fs::last_write_time(x_folder / name, error);
    if (error) continue;
    if (auto const seen = x_verified.find(name); seen != x_verified.end() && seen->second == written) return true;
    if (!has_hash(x_folder / name, one.sha256)) continue;
    x_verified[name] = written;
    return true;
  }
  return false;
}

bool document_folder::is_ours(std::string const& name) const {
  auto const found = x_files.find(name);
  return found != x_files.end() && has_hash(x_folder / name, found->second.sha256);
}

std::string document_folder::free_name(wanted_file const& wanted) const {
  auto const dot = std::min(wanted.name.rfind('.'), wanted.name.size());
  for (int number = 1;; ++number) {
    auto name = wanted.name;
    if (number > 1) name.insert(dot, " (" + std::to_string(number) + ')');
    auto const found = x_files.find(name);
    bool const is_anothers = found != x_files.end() && (found->second.document != wanted.document.value ||
                                                        found->second.language != wanted.language.value);
    if (!is_anothers && (!is_there(x_folder / name) || is_ours(name) || has_hash(x_folder / name, wanted.sha256)))
      return name;
  }
}

std::vector<wanted_file> document_folder::missing(wanted_files const& wanted) {
  std::vector<wanted_file> out;
  for (auto const& one : wanted.files)
    if (!is_current(one)) out.push_back(one);
  return out;
}

folder_change document_folder::fetch_one(wanted_file const& wanted, fetcher const& fetch) {
  auto const name = free_name(wanted);
  auto const failed = [&](download_fault fault) {
    return folder_change{folder_change::kind::failed, name, std::move(fault)};
  };
  if (!has_hash(x_folder / name, wanted.sha256)) {
    download const what{.target = wanted.target,
                        .token = {},
                        .sha256 = wanted.sha256,
                        .size = wanted.size,
                        .part = hidden("parts") / wanted.sha256,
                        .destination = x_folder / name};
    if (auto const fetched = fetch(wanted, what); !fetched) return failed(fetched.error());
  }
  x_files[name] = {wanted.document.value, wanted.language.value, wanted.sha256};
  if (auto const saved = save(); !saved) return failed({saved.error(), 0, {}});
  return {folder_change::kind::fetched, name, {}};
}

void document_folder::remove_withdrawn(wanted_files const& wanted, std::vector<folder_change>& done) {
  for (auto at = x_files.begin(); at != x_files.end();) {
    if (!wanted.withdrawn.contains({at->second.document})) {
      ++at;
      continue;
    }
    auto const file = x_folder / at->first;
    auto what = folder_change::kind::kept;
    std::error_code error;
    if (!is_there(file)) {
      what = folder_change::kind::forgotten;
    } else if (has_hash(file, at->second.sha256)) {
      fs::remove(file, error);
      what = error ? folder_change::kind::failed : folder_change::kind::removed;
    }
    done.push_back({what, at->first, {{failure::kind::disk, error.message()}, 0, {}}});
    at = error ? std::next(at) : x_files.erase(at);
  }
}

std::vector<folder_change> document_folder::bring_up_to_date(wanted_files const& wanted, fetcher const& fetch) {
  std::vector<folder_change> done;
  remove_withdrawn(wanted, done);
  if (!done.empty())
    if (auto const saved = save(); !saved) done.push_back({folder_change::kind::failed, "", {saved.error(), 0, {}}});
  for (auto const& one : missing(wanted)) {
    done.push_back(fetch_one(one, fetch));
    auto const why = done.back().fault.why.what;
    if (done.back().what == folder_change::kind::failed && done.back().fault.status == 0 &&
        (why == failure::kind::disk || why == failure::kind::stopped || why == failure::kind::unreachable))
      break;
  }
  return done;
}

}  // namespace dais::native
