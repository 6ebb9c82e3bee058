#include "server/domain/documents/apply.hpp"

#include <utility>

namespace dais::domain {
namespace {

using protocol::document_state;
using protocol::topics::document;

document& touch(documents_state& documents, protocol::document_id const& id, position const& at) {
  document& touched = documents.documents[id];
  touched.version = at.at;
  touched.changed = at.now;
  return touched;
}

}  // namespace

void apply(documents_state& documents, document_created const& event, position const& at) {
  auto& created = touch(documents, event.document, at);
  created.details = event.details;
  created.draft.emplace().symbol = event.details.symbol;
}

/// The symbol is that of the revision that readers have: of the current one, or of the draft before the first.
void apply(documents_state& documents, document_changed const& event, position const& at) {
  auto& changed = touch(documents, event.document, at);
  changed.details = event.details;
  auto& revision = changed.current ? changed.current : changed.draft;
  if (revision) revision->symbol = event.details.symbol;
}

void apply(documents_state& documents, file_attached const& event, position const& at) {
  auto& draft = touch(documents, event.document, at).draft;
  if (draft) draft->files[event.language] = event.file;
}

void apply(documents_state& documents, file_detached const& event, position const& at) {
  auto& draft = touch(documents, event.document, at).draft;
  if (draft) draft->files.erase(event.language);
}

void apply(documents_state& documents, document_published const& event, position const& at) {
  auto& published = touch(documents, event.document, at);
  if (!published.draft) return;
  if (published.current) published.current->audience = published.details.audience;
  if (published.current) published.earlier.insert(published.earlier.begin(), std::move(*published.current));
  published.current = std::exchange(published.draft, std::nullopt);
  published.current->published = at.now;
  published.details.symbol = published.current->symbol;
  published.state = document_state::published;
  published.reason.reset();
}

void apply(documents_state& documents, document_withdrawn const& event, position const& at) {
  auto& withdrawn = touch(documents, event.document, at);
  withdrawn.state = document_state::withdrawn;
  withdrawn.reason = event.reason.value;
}

void apply(documents_state& documents, revision_started const& event, position const& at) {
  auto& revised = touch(documents, event.document, at);
  auto& draft = revised.draft.emplace();
  draft.number = revised.current ? revised.current->number + 1 : 1;
  draft.symbol = event.symbol;
}

}  // namespace dais::domain
