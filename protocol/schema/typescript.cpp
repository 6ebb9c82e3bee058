#include <algorithm>

#include "protocol/schema/contract.hpp"
#include "protocol/schema/schema.hpp"

namespace dais::protocol::schema {
namespace {

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

/// A name as a member of an interface: as it is where it is an identifier.
std::string key(std::string_view name) {
  bool const plain = name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
  return plain ? std::string(name) : in_quotes(name);
}

std::string type_of(json const& schema);

std::string members_of(json const& object) {
  json const required = object.value("required", json::array());
  std::string out = "{\n";
  for (auto const& [name, each] : object.at("properties").items()) {
    bool const must = std::ranges::find(required, json(name)) != required.end();
    out += "  " + key(name) + (must ? ": " : "?: ") + type_of(each) + "\n";
  }
  return out + "}";
}

std::string one_of(json const& values) {
  std::string out;
  for (auto const& each : values) out += (out.empty() ? "" : " | ") + in_quotes(each.get<std::string>());
  return out;
}

std::string type_of(json const& schema) {
  if (auto const found = schema.find("$ref"); found != schema.end())
    return found->get<std::string>().substr(std::string_view("#/$defs/").size());
  if (auto const found = schema.find("enum"); found != schema.end()) return one_of(*found);
  if (auto const found = schema.find("anyOf"); found != schema.end()) {
    std::string out;
    for (auto const& each : *found) out += (out.empty() ? "" : " | ") + type_of(each);
    return out;
  }
  auto const type = schema.value("type", "");
  if (type == "string") return "string";
  if (type == "integer" || type == "number") return "number";
  if (type == "boolean") return "boolean";
  if (type == "array") {
    auto const items = type_of(schema.at("items"));
    return (items.contains(' ') ? "(" + items + ")" : items) + "[]";
  }
  if (type != "object") return "unknown";
  if (!schema.contains("properties")) return "Record<string, " + type_of(schema.at("additionalProperties")) + ">";
  return schema.at("properties").empty() ? "Record<string, never>" : members_of(schema);
}

std::string declaration(std::string const& name, json const& schema) {
  std::string const type = type_of(schema);
  bool const is_interface = type.starts_with("{\n");
  return is_interface ? "export interface " + name + " " + type + "\n" : "export type " + name + " = " + type + "\n";
}

std::string method_table(contract const& all) {
  std::string out =
      "/** Every method by its name. `meeting` and `command_id` stand beside the params' own fields. */\n"
      "export interface methods {\n";
  for (auto const& each : all.methods)
    out += "  /** " + std::string(each.info.summary) + " */\n  " + key(each.info.name) + ": { params: " + each.params +
           "; answer: " + each.answer + "; kind: " + in_quotes(name_of(each.info.kind)) +
           "; scope: " + in_quotes(name_of(each.info.scope)) + " }\n";
  return out + "}\n";
}

std::string topic_table(contract const& all, method_scope scope, std::string const& name) {
  std::string out = "export interface " + name + " {\n";
  for (auto const& each : all.topics)
    if (each.scope == scope) {
      bool const family = each.name.ends_with('/');
      out += "  " + (family ? "[family: `" + std::string(each.name) + "${string}`]" : key(each.name)) + ": " +
             each.state + "\n";
    }
  return out + "}\n";
}

}  // namespace

std::string typescript() {
  contract const& all = whole_contract();
  std::string out = "// Generated from protocol/registry.hpp by dais_schema: do not edit.\n";
  for (auto const& [name, each] : all.types) out += "\n" + declaration(name, each);
  out += "\n" + method_table(all);
  out += "\n/** States of the topics of a meeting. */\n" + topic_table(all, method_scope::meeting, "meeting_topics");
  out += "\n/** States of the topics of the organization. */\n" +
         topic_table(all, method_scope::organization, "organization_topics");
  out += "\nexport interface topics extends meeting_topics, organization_topics {}\n";
  out += "\n/** What the server sends by itself. */\nexport interface notifications {\n";
  for (auto const& each : all.notifications) out += "  " + key(each.name) + ": " + each.params + "\n";
  return out + "}\n";
}

}  // namespace dais::protocol::schema
