#include "protocol/schema/contract.hpp"

#include <boost/mp11/algorithm.hpp>

#include "protocol/registry.hpp"

namespace dais::protocol::schema {
namespace {

template <class T>
std::string described(schema_definitions& all) {
  codec<T>::schema(all);
  return type_name<T>();
}

contract walk() {
  contract out;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, methods>>([&](auto each) {
    using method = typename decltype(each)::type;
    out.methods.push_back({method::info, described<method>(out.types), described<typename method::answer>(out.types)});
  });
  for_each_topic([&](auto each) {
    out.topics.push_back({each.name, each.scope, described<typename decltype(each)::state>(out.types)});
  });
  out.notifications = {{"snapshot", described<live::snapshot>(out.types)},
                       {"patch", described<live::patch>(out.types)},
                       {"heartbeat", described<live::heartbeat>(out.types)}};
  described<meeting_file>(out.types);
  described<problem>(out.types);
  return out;
}

}  // namespace

contract const& whole_contract() {
  static contract const all = walk();
  return all;
}

described_file meeting_file_types() {
  described_file out;
  out.name = described<meeting_file>(out.types);
  return out;
}

std::string_view name_of(method_kind kind) { return kind == method_kind::command ? "command" : "query"; }
std::string_view name_of(method_scope scope) {
  return scope == method_scope::meeting ? "meeting" : scope == method_scope::either ? "either" : "organization";
}

meeting_need needs_meeting(method_info const& info) {
  if (info.scope == method_scope::organization) return meeting_need::none;
  return info.scope == method_scope::meeting ? meeting_need::required : meeting_need::optional;
}

}  // namespace dais::protocol::schema
