#include "protocol/rpc.hpp"

#include "protocol/codec.hpp"

namespace dais::protocol {

result<rpc_request> read_request(json const& in, json& id) {
  if (!in.is_object())
    return reject(error_code::invalid_request, "", "Send one JSON-RPC 2.0 request object; batches are not supported.");
  rpc_request out;
  out.id = json(json::value_t::discarded);
  if (auto const found = in.find("id"); found != in.end()) {
    if (!found->is_string() && !found->is_number_integer() && !found->is_null())
      return reject(error_code::invalid_request, "/id", "The id must be a text, a whole number or null.");
    if (found->is_string() && found->get_ref<std::string const&>().size() > 128)
      return reject(error_code::invalid_request, "/id", "The id must have at most 128 bytes.");
    out.id = id = *found;
  }
  auto const version = in.find("jsonrpc");
  if (version == in.end() || *version != "2.0")
    return reject(error_code::invalid_request, "/jsonrpc", "The field \"jsonrpc\" must be \"2.0\".");
  auto const method = in.find("method");
  if (method == in.end() || !method->is_string())
    return reject(error_code::invalid_request, "/method", "The field \"method\" must name a method.");
  out.method = method->get<std::string>();
  if (auto const params = in.find("params"); params != in.end()) {
    if (!params->is_object())
      return reject(error_code::invalid_request, "/params", "The params must be an object of named fields.");
    out.params = *params;
  }
  for (auto const& [key, ignored] : in.items())
    if (key != "jsonrpc" && key != "id" && key != "method" && key != "params")
      return reject(error_code::unknown_field, "/" + key.substr(0, 80),
                    "A request has jsonrpc, id, method and params only.");

  decoding progress;
  if (auto const found = out.params.find("meeting"); found != out.params.end()) {
    progress.at("meeting", [&] { out.meeting = read_as<meeting_id>(*found, progress); });
    out.params.erase("meeting");
  }
  if (auto const found = out.params.find("command_id"); found != out.params.end()) {
    progress.at("command_id", [&] { out.command = read_as<command_id>(*found, progress); });
    out.params.erase("command_id");
  }
  if (!progress.good()) return std::unexpected(progress.take());
  return out;
}

std::string write_answer(json const& id, json const& answer) {
  return canonical({{"jsonrpc", "2.0"}, {"id", id}, {"result", answer}});
}

std::string write_error(json const& id, rejection const& why) {
  auto const& first = why.problems.front();
  json data = encode(first);
  data.erase("words");
  data["problems"] = encode(why.problems);
  return canonical({{"jsonrpc", "2.0"},
                    {"id", id},
                    {"error", {{"code", rpc_number(first.code)}, {"message", first.words}, {"data", data}}}});
}

std::string write_notification(std::string_view method, json const& params) {
  return canonical({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

int rpc_number(error_code code) {
  switch (code) {
    case error_code::not_json:
    case error_code::bad_utf8:
    case error_code::too_deep:
    case error_code::duplicate_key:
      return -32700;
    case error_code::invalid_request:
      return -32600;
    case error_code::unknown_method:
      return -32601;
    case error_code::missing_field:
    case error_code::unknown_field:
    case error_code::wrong_type:
    case error_code::wrong_format:
    case error_code::unknown_value:
    case error_code::too_short:
    case error_code::too_long:
    case error_code::too_large:
    case error_code::out_of_range:
    case error_code::bad_language:
      return -32602;
    case error_code::internal:
      return -32603;
    default:
      return -32000;
  }
}

}  // namespace dais::protocol
