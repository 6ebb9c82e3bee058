#include <algorithm>
#include <map>

#include "protocol/schema/contract.hpp"
#include "protocol/schema/schema.hpp"

namespace dais::protocol::schema {
namespace {

/// JSON Schema keeps its types under $defs, OpenRPC under components/schemas.
json moved_references(json value) {
  if (value.is_object())
    if (auto const found = value.find("$ref"); found != value.end() && found->is_string()) {
      std::string const name = found->get<std::string>().substr(std::string_view("#/$defs/").size());
      *found = "#/components/schemas/" + name;
    }
  if (value.is_structured())
    for (auto& each : value) each = moved_references(std::move(each));
  return value;
}

json parameter(std::string_view name, std::string_view summary, bool required, json schema) {
  return {{"name", name}, {"summary", summary}, {"required", required}, {"schema", std::move(schema)}};
}

json parameters(described_method const& method, schema_definitions const& types) {
  json out = json::array();
  schema_definitions none;
  if (auto const need = needs_meeting(method.info); need != meeting_need::none)
    out.push_back(parameter("meeting",
                            need == meeting_need::required ? "The meeting that this is about."
                                                           : "The meeting; absent for the organization.",
                            need == meeting_need::required, codec<meeting_id>::schema(none)));
  if (method.info.kind == method_kind::command)
    out.push_back(parameter("command_id", "Made by the client; a repeat under the same id gets the first answer.", true,
                            codec<command_id>::schema(none)));
  json const& type = types.at(method.params);
  json const required = type.value("required", json::array());
  for (auto const& [name, each] : type.at("properties").items()) {
    bool const must = std::ranges::find(required, json(name)) != required.end();
    out.push_back({{"name", name}, {"required", must}, {"schema", moved_references(each)}});
  }
  return out;
}

std::string_view words_of(int number) {
  switch (number) {
    case -32700:
      return "The message is not JSON as it must be.";
    case -32600:
      return "The message is not a JSON-RPC 2.0 request.";
    case -32601:
      return "There is no such method.";
    case -32602:
      return "The params are not as this document says.";
    case -32603:
      return "The server has a defect; nothing was saved.";
    default:
      return "Refused, by the state of things or by your rights.";
  }
}

/// JSON-RPC's numbers, each with the stable codes that stand in the error's data.code.
json errors() {
  std::map<int, json> codes;
  for (auto const& name : codec<error_code>::names()) {
    error_code code{};
    boost::describe::enum_from_string(name.c_str(), code);
    codes[rpc_number(code)].push_back(name);
  }
  json out = json::object();
  for (auto const& [number, names] : codes)
    out["e" + std::to_string(-number)] = {
        {"code", number}, {"message", words_of(number)}, {"data", {{"codes", names}}}};
  return out;
}

}  // namespace

json openrpc(std::string_view version) {
  contract const& all = whole_contract();
  json const refusals = errors();
  json refusal_references = json::array();
  for (auto const& [name, ignored] : refusals.items())
    refusal_references.push_back({{"$ref", "#/components/errors/" + name}});
  json methods = json::array();
  for (auto const& each : all.methods)
    methods.push_back({{"name", each.info.name},
                       {"summary", each.info.summary},
                       {"tags", {{{"name", name_of(each.info.kind)}}, {{"name", name_of(each.info.scope)}}}},
                       {"paramStructure", "by-name"},
                       {"params", parameters(each, all.types)},
                       {"result", {{"name", "answer"}, {"schema", {{"$ref", "#/components/schemas/" + each.answer}}}}},
                       {"errors", refusal_references}});
  json topics = json::object();
  for (auto const& each : all.topics)
    topics[std::string(each.name)] = {{"scope", name_of(each.scope)},
                                      {"state", {{"$ref", "#/components/schemas/" + each.state}}}};
  return {{"openrpc", "1.3.2"},
          {"info",
           {{"title", "Dais"},
            {"version", version},
            {"description", "Methods of a treaty meeting, over POST /rpc and over the WebSocket GET /live."},
            {"license", {{"name", "Apache-2.0"}}}}},
          {"methods", methods},
          {"components", {{"schemas", moved_references(all.types)}, {"errors", refusals}}},
          {"x-topics", topics}};
}

}  // namespace dais::protocol::schema
