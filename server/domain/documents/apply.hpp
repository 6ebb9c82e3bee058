#pragma once
// How documents follow from their events.

#include "server/domain/context.hpp"
#include "server/domain/documents/events.hpp"
#include "server/domain/documents/state.hpp"

namespace dais::domain {

void apply(documents_state&, document_created const&, position const&);
void apply(documents_state&, document_changed const&, position const&);
void apply(documents_state&, file_attached const&, position const&);
void apply(documents_state&, file_detached const&, position const&);
void apply(documents_state&, document_published const&, position const&);
void apply(documents_state&, document_withdrawn const&, position const&);
void apply(documents_state&, revision_started const&, position const&);

}  // namespace dais::domain
