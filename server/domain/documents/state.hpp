#pragma once
// The meeting's documents.

#include <map>

#include "protocol/topics/documents.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// Each document with everything the secretariat sees of it. A withdrawn document keeps its files here; nobody may read
/// them.
struct documents_state {
  std::map<protocol::document_id, protocol::topics::document> documents;
};

}  // namespace dais::domain
