#include "client/native/session_file.hpp"

#include <cstdlib>
#include <system_error>

#include "client/native/whole_file.hpp"
#include "protocol/json.hpp"

namespace dais::native {
namespace {

constexpr std::size_t largest = 65536;

std::filesystem::path from_environment(char const* name) {
  auto const* value = std::getenv(name);
  return value && *value == '/' ? std::filesystem::path(value) : std::filesystem::path();
}

std::string text_in(protocol::json const& from, char const* key) {
  auto const found = from.find(key);
  return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

std::filesystem::path session_path() {
  if (auto const folder = from_environment("XDG_CONFIG_HOME"); !folder.empty()) return folder / "dais/session.json";
  if (auto const home = from_environment("HOME"); !home.empty()) return home / ".config/dais/session.json";
  return {};
}

std::expected<std::optional<session>, failure> load_session(std::filesystem::path const& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::nullopt;
  auto const bytes = read_whole(file, largest);
  if (!bytes) return std::unexpected(bytes.error());
  auto const read = protocol::parse(*bytes, largest);
  if (!read || !read->is_object())
    return std::unexpected(failure{failure::kind::broken, file.string() + ": is no session."});
  return session{text_in(*read, "server"), text_in(*read, "token"), text_in(*read, "name")};
}

std::expected<void, failure> save_session(std::filesystem::path const& file, session const& what) {
  std::error_code error;
  auto const folder = file.parent_path();
  bool const is_new = std::filesystem::create_directories(folder, error);
  if (error) return std::unexpected(failure{failure::kind::disk, folder.string() + ": " + error.message()});
  if (is_new) std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  protocol::json const out{{"server", what.server}, {"token", what.token}, {"name", what.name}};
  return write_whole(file, protocol::canonical(out) + "\n", 0600);
}

std::expected<void, failure> remove_session(std::filesystem::path const& file) {
  std::error_code error;
  std::filesystem::remove(file, error);
  if (error) return std::unexpected(failure{failure::kind::disk, file.string() + ": " + error.message()});
  return {};
}

}  // namespace dais::native
