#include "server/domain/documents/details.hpp"

#include "server/domain/agenda/tree.hpp"
#include "server/domain/documents/symbols.hpp"

namespace dais::domain {

void check_kind(protocol::meeting_details const& meeting, std::string const& kind, std::string const& path,
                problems& found) {
  std::string allowed;
  for (auto const& each : meeting.document_kinds.items) {
    if (each.id.value == kind) return;
    allowed += (allowed.empty() ? "" : ", ") + each.id.value;
  }
  found.push_back({protocol::error_code::unknown_value,
                   path,
                   "\"" + kind + "\" is no kind of document of this meeting; choose one of: " + allowed + ".",
                   {{"allowed", allowed}}});
}

void check_details(meeting_state const& state, protocol::document_details const& details,
                   protocol::document_id const* own, std::string const& path, problems& found) {
  if (details.symbol)
    check_symbol(state.documents, symbol_grammar::from(state.details.symbol_pattern.value), *details.symbol, own,
                 path + "/symbol", found);
  check_kind(state.details, details.kind.value, path + "/kind", found);
  check_items(state.agenda, details.items.items, path + "/items", found);
}

}  // namespace dais::domain
