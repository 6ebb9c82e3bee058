#include "server/app/report_json.hpp"

#include <algorithm>
#include <type_traits>

namespace dais::app {
namespace {

using office::table;
using office::table_cell;
using protocol::json;

json json_of(table_cell const& cell) {
  return std::visit(
      [](auto const& value) -> json {
        using type = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<type, std::monostate>)
          return nullptr;
        else if constexpr (std::is_same_v<type, office::share>)
          return {{"part", value.part}, {"whole", value.whole}};
        else if constexpr (std::is_same_v<type, protocol::centimes>)
          return value.value;
        else if constexpr (std::is_same_v<type, protocol::date> || std::is_same_v<type, protocol::instant>)
          return protocol::to_string(value);
        else
          return value;
      },
      cell);
}

json json_of(table const& of) {
  json out = json::array();
  auto const rows = of.rows.size() - (of.total_last && !of.rows.empty() ? 1 : 0);
  for (std::size_t at = 0; at < rows; ++at) {
    json row = json::object();
    for (std::size_t i = 0; i < std::min(of.columns.size(), of.rows[at].size()); ++i)
      row[of.columns[i].id] = json_of(of.rows[at][i]);
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

json report_json(office::report_paper const& report, std::string const& schema, protocol::meeting_id const& meeting) {
  json out = {{"schema", schema},
              {"meeting", meeting.value},
              {"as_of", protocol::to_string(report.head.as_of)},
              {"language", report.head.language},
              {"currency", report.currency},
              {"figures", json::object()},
              {"tables", json::object()}};
  for (auto const& section : report.sections) {
    for (auto const& each : section.figures) out["figures"][each.id] = json_of(each.value);
    for (auto const& each : section.tables) out["tables"][each.id] = json_of(each);
  }
  return out;
}

}  // namespace dais::app
