#include "server/app/commands.hpp"

#include <sodium.h>

#include "protocol/codec.hpp"
#include "protocol/hash256.hpp"
#include "protocol/json_lines.hpp"
#include "protocol/registry.hpp"
#include "server/domain/meeting/decide.hpp"
#include "server/domain/organization/decide.hpp"

namespace dais::app {
namespace {

using protocol::error_code;
using protocol::json;

protocol::result<decision<meeting_model>> read_import(protocol::meeting_id const& meeting, json const& params) {
  auto command = protocol::decode<protocol::meeting::import>(params);
  if (!command) return std::unexpected(std::move(command.error()));
  auto file = read_meeting_file(command->file.value);
  if (!file) return std::unexpected(std::move(file.error()));
  if (file->file.id != meeting)
    return protocol::reject(error_code::wrong_format, "/meeting",
                            "The file is of the meeting \"" + file->file.id.value + "\"; name that one.");
  file->digest = command->digest;
  return decision_of<meeting_model>(std::move(*file));
}

/// Calls `body` with the identity of each type of the list.
template <class List, class Body>
void for_each_type(Body&& body) {
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, List>>(std::forward<Body>(body));
}

template <class List>
bool has_method(std::string_view method) {
  bool found = false;
  for_each_type<List>([&](auto identity) { found = found || decltype(identity)::type::info.name == method; });
  return found;
}

template <class Model, class List>
protocol::result<decision<Model>> read_command(std::string_view method, json const& params) {
  protocol::result<decision<Model>> out = protocol::reject(error_code::unknown_method, "", "There is no such method.");
  for_each_type<List>([&](auto identity) {
    using command = typename decltype(identity)::type;
    if (command::info.name != method) return;
    auto read = protocol::decode<command>(params);
    if (read)
      out = decision_of<Model>(std::move(*read));
    else
      out = std::unexpected(std::move(read.error()));
  });
  return out;
}

using all_but_import = boost::mp11::mp_remove<protocol::meeting_commands, protocol::meeting::import>;

}  // namespace

protocol::result<decision<meeting_model>> read_meeting_command(std::string_view method,
                                                               protocol::meeting_id const& meeting,
                                                               json const& params) {
  if (method == protocol::meeting::import::info.name) return read_import(meeting, params);
  auto read = read_command<meeting_model, all_but_import>(method, params);
  if (!read) return read;
  return [inner = std::move(*read)](
             domain::meeting_state const& state,
             domain::context const& with) mutable -> protocol::result<executor::executor<meeting_model>::outcome> {
    if (!state.exists()) return protocol::reject(error_code::not_found, "/meeting", "There is no such meeting.");
    return inner(state, with);
  };
}

protocol::result<decision<organization_model>> read_organization_command(std::string_view method, json const& params) {
  return read_command<organization_model, protocol::organization_commands>(method, params);
}

std::optional<method_family> family_of(std::string_view method) {
  if (has_method<protocol::meeting_commands>(method)) return method_family::meeting_command;
  if (has_method<protocol::organization_commands>(method)) return method_family::organization_command;
  if (has_method<protocol::queries>(method)) return method_family::query;
  return std::nullopt;
}

protocol::method_scope scope_of(std::string_view method) {
  auto found = protocol::method_scope::organization;
  for_each_type<protocol::methods>([&](auto identity) {
    using type = typename decltype(identity)::type;
    if (type::info.name == method) found = type::info.scope;
  });
  return found;
}

protocol::result<domain::import_meeting> read_meeting_file(std::string_view text) {
  auto parsed = protocol::parse(text, protocol::limits::posted_message);
  if (!parsed) return std::unexpected(std::move(parsed.error()));
  auto lines = protocol::lines_of(text);
  if (!lines) return std::unexpected(std::move(lines.error()));
  auto file = protocol::decode<protocol::meeting_file>(*parsed);
  if (!file) {
    for (auto& each : file.error().problems) {
      auto path = each.path;
      while (!path.empty() && !lines->contains(path)) path.erase(path.rfind('/'));
      if (auto const found = lines->find(path); found != lines->end())
        each.values["line"] = std::to_string(found->second);
    }
    return std::unexpected(std::move(file.error()));
  }
  return domain::import_meeting{std::move(*file), std::move(*lines), sha256_hex(text), ""};
}

std::string request_digest(std::string_view method, std::string_view meeting, json const& params) {
  return sha256_hex(protocol::canonical({{"method", method}, {"meeting", meeting}, {"params", params}}));
}

std::string sha256_hex(std::string_view bytes) {
  protocol::hash256 out;
  crypto_hash_sha256(out.bytes.data(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
  return out.hex();
}

}  // namespace dais::app
