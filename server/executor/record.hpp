#pragma once
// One entry of the journal as JSON: an accepted command with its events and its answer.

#include <optional>
#include <string>
#include <string_view>

#include "protocol/json.hpp"
#include "protocol/values.hpp"

namespace dais::executor {

/// What one accepted command left. The body of its journal entry is this in canonical JSON, with personal data sealed.
struct record {
  protocol::seq seq = 0;
  std::string stream;
  protocol::instant at;
  std::optional<protocol::account_id> account;  ///< absent for the server itself
  protocol::command_id command;
  std::string method;
  std::string request;  ///< hex SHA-256 of the canonical request, so that a command_id cannot be used for another
  protocol::json events = protocol::json::array();
  protocol::json answer = protocol::json::object();
};

std::string write_record(record const& entry);
/// A rejection where `body` is no record.
protocol::result<record> read_record(std::string_view body);

}  // namespace dais::executor
