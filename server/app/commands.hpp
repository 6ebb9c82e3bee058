#pragma once
// From a method's name and params to a decision that an executor can take.

#include <functional>
#include <string_view>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/rpc.hpp"
#include "server/app/decisions.hpp"
#include "server/app/models.hpp"
#include "server/domain/meeting/plan.hpp"
#include "server/executor/executor.hpp"

namespace dais::app {

/// Reads the params of a command about one meeting. not_found in the decision where the meeting does not exist.
protocol::result<decision<meeting_model>> read_meeting_command(std::string_view method,
                                                               protocol::meeting_id const& meeting,
                                                               protocol::json const& params);
/// Reads the params of a command about the organization.
protocol::result<decision<organization_model>> read_organization_command(std::string_view method,
                                                                         protocol::json const& params);

/// What kind of method it is; nothing for a method that does not exist.
enum class method_family { meeting_command, organization_command, query };
std::optional<method_family> family_of(std::string_view method);

/// What a method of the registry is about.
protocol::method_scope scope_of(std::string_view method);

/// Reads a meeting's file: its JSON, its lines, its hash. Paths in refusals are pointers into the file.
protocol::result<domain::import_meeting> read_meeting_file(std::string_view text);

/// Hex SHA-256 of the canonical request: the same for the same command with the same contents.
std::string request_digest(std::string_view method, std::string_view meeting, protocol::json const& params);

/// Hex SHA-256.
std::string sha256_hex(std::string_view bytes);

}  // namespace dais::app
