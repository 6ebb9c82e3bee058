#include "server/views/documents.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace dais::views {

namespace {

using protocol::document_state;
using protocol::topics::document;

/// The document as its readers see it; nothing while it is a draft.
std::optional<document> as_published(document const& whole, protocol::audience readers) {
  if (whole.state == document_state::draft || !whole.current) return std::nullopt;
  document shown;
  shown.details = whole.details;
  shown.state = whole.state;
  if (whole.state == document_state::withdrawn) {
    shown.reason = whole.reason;
    return shown;
  }
  shown.current = whole.current;
  std::ranges::copy_if(whole.earlier, std::back_inserter(shown.earlier), [&](auto const& each) {
    return each.audience.value_or(protocol::audience::everyone) <= readers;
  });
  shown.changed = whole.current->published;
  shown.version = whole.current->number;
  return shown;
}

}  // namespace

protocol::topics::documents published_documents_view(domain::meeting_state const& state, protocol::audience readers) {
  protocol::topics::documents shown;
  for (auto const& [id, each] : state.documents.documents) {
    if (each.details.audience > readers) continue;  // everyone < participants < secretariat
    if (auto published = as_published(each, readers)) shown.documents.emplace(id, *std::move(published));
  }
  return shown;
}

protocol::topics::documents all_documents_view(domain::meeting_state const& state) {
  return {state.documents.documents};
}

}  // namespace dais::views
