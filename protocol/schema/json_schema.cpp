#include "protocol/schema/contract.hpp"
#include "protocol/schema/schema.hpp"

namespace dais::protocol::schema {
namespace {

constexpr char const* dialect = "https://json-schema.org/draft/2020-12/schema";

json reference(std::string const& name) { return {{"$ref", "#/$defs/" + name}}; }

}  // namespace

json messages_schema() {
  contract const& all = whole_contract();
  json methods = json::object(), topics = json::object(), notifications = json::object();
  for (auto const& each : all.methods)
    methods[std::string(each.info.name)] = {{"summary", each.info.summary},
                                            {"kind", name_of(each.info.kind)},
                                            {"scope", name_of(each.info.scope)},
                                            {"params", reference(each.params)},
                                            {"answer", reference(each.answer)}};
  for (auto const& each : all.topics)
    topics[std::string(each.name)] = {{"scope", name_of(each.scope)}, {"state", reference(each.state)}};
  for (auto const& each : all.notifications) notifications[std::string(each.name)] = reference(each.params);
  return {{"$schema", dialect},   {"title", "Messages of Dais"}, {"$defs", all.types},
          {"x-methods", methods}, {"x-topics", topics},          {"x-notifications", notifications}};
}

json meeting_file_schema() {
  auto const file = meeting_file_types();
  json out = reference(file.name);
  out["$schema"] = dialect;
  out["title"] = "A meeting's file for Dais";
  out["$defs"] = file.types;
  return out;
}

}  // namespace dais::protocol::schema
