#pragma once
// The envelope: JSON-RPC 2.0 requests and answers (https://www.jsonrpc.org/specification), without batches.
//
// Every method's params carry, next to its own fields, `meeting` where it is about one, and `command_id` where it
// changes something: a client-made identifier under which a repeat gets the first answer.

#include <optional>
#include <string>
#include <string_view>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// What a method does: a command changes the journal and needs a command_id; a query changes nothing there.
enum class method_kind { command, query };
/// What it is about: one meeting, the organization that holds them, or either.
enum class method_scope { meeting, organization, either };

/// Stands in every method struct as `static constexpr method_info info{...}`, beside `using answer = …`.
struct method_info {
  std::string_view name;
  method_kind kind;
  method_scope scope;
  std::string_view summary;
};

/// A request whose envelope is in order; `params` holds the method's own fields only.
struct rpc_request {
  json id;  ///< string, number or null; discarded (is_discarded) for a notification
  std::string method;
  std::optional<meeting_id> meeting;
  std::optional<command_id> command;
  json params = json::object();
};

/// Refuses what is not an object with jsonrpc "2.0", a method and params by name. The id, where it can be had, is put
/// into `id`, so that the refusal can carry it.
result<rpc_request> read_request(json const& in, json& id);

/// {"jsonrpc":"2.0","id":…,"result":…}
std::string write_answer(json const& id, json const& answer);
/// {"jsonrpc":"2.0","id":…,"error":{"code":…,"message":…,"data":{"code":…,"path":…,"values":…,"problems":[…]}}}
std::string write_error(json const& id, rejection const& why);
/// {"jsonrpc":"2.0","method":…,"params":…}
std::string write_notification(std::string_view method, json const& params);
/// JSON-RPC's own number for a code: -32700, -32600, -32601, -32602, -32603, or -32000 for refusals by the meeting's
/// state.
int rpc_number(error_code code);

}  // namespace dais::protocol
