#pragma once
// States of the topics "documents", "documents@participants" and "documents@secretariat".

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/methods/documents.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

enum class document_state { draft, published, withdrawn };
BOOST_DESCRIBE_ENUM(document_state, draft, published, withdrawn)

namespace topics {

/// One revision. A published revision's file stands at GET /documents/<meeting>/<symbol or id>/<language>/<number>;
/// without the number that address always gives the newest published one.
struct document_revision {
  std::int64_t number = 1;
  std::optional<protocol::symbol> symbol;
  std::map<language, document_file> files;
  std::optional<instant> published;  ///< absent for a draft
  /// Of an earlier revision: who could read it when the next one took its place. A later audience of the document may
  /// narrow that, and never widens it.
  std::optional<protocol::audience> audience;
};
BOOST_DESCRIBE_STRUCT(document_revision, (), (number, symbol, files, published, audience))

/// `details` are those of the newest published revision (of the draft, before the first). `draft` is for the
/// secretariat only; `reason` says why it was withdrawn. For readers `version` is the number of the current revision
/// and `changed` when it was published, so that they do not see work on a draft.
struct document {
  document_details details;
  document_state state = document_state::draft;
  std::optional<document_revision> current;
  std::vector<document_revision> earlier;  ///< newest first
  std::optional<document_revision> draft;
  std::optional<std::string> reason;
  std::optional<instant> changed;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(document, (), (details, state, current, earlier, draft, reason, changed, version))

/// Topic "documents": published and withdrawn documents whose audience is everyone (of a withdrawn one no files).
/// "documents@participants": those for participants as well. "documents@secretariat": all, with drafts.
struct documents {
  std::map<document_id, document> documents;
};
BOOST_DESCRIBE_STRUCT(documents, (), (documents))

}  // namespace topics
}  // namespace dais::protocol
