#pragma once
// What holds for the details of every document.

#include <string>

#include "protocol/methods/documents.hpp"
#include "server/domain/meeting/state.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// Symbol, kind and items, for the document `own` (null for a new one); `path` is that of the details.
void check_details(meeting_state const& state, protocol::document_details const& details,
                   protocol::document_id const* own, std::string const& path, problems& found);

/// unknown_value unless `kind` is one of the meeting's kinds of document.
void check_kind(protocol::meeting_details const& meeting, std::string const& kind, std::string const& path,
                problems& found);

}  // namespace dais::domain
