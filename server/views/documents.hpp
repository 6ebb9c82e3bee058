#pragma once

#include "protocol/topics/documents.hpp"
#include "server/domain/meeting/state.hpp"

namespace dais::views {

/// Topics "documents", for everybody, and "documents@participants", for whoever takes part: the published documents
/// whose audience includes these readers, with those published revisions that were for these readers when the next one
/// took their place, and the withdrawn ones with the reason but without files. Readers do not see documents that were
/// never published, those for a narrower audience, nor any work on a draft: for them `version` is the number of the
/// current revision and `changed` when it was published.
protocol::topics::documents published_documents_view(domain::meeting_state const& state, protocol::audience readers);

/// Topic "documents@secretariat", for the secretariat: every document, with its draft, and the files of withdrawn ones.
protocol::topics::documents all_documents_view(domain::meeting_state const& state);

}  // namespace dais::views
