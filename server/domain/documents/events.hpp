#pragma once
// What can happen to documents.

#include <optional>
#include <string_view>

#include <boost/describe/class.hpp>
#include <boost/mp11/list.hpp>

#include "protocol/methods/documents.hpp"

namespace dais::domain {

/// With an empty draft of its first revision.
struct document_created {
  static constexpr std::string_view type = "documents.created";
  static constexpr int version = 1;
  protocol::document_id document;
  protocol::document_details details;
};
BOOST_DESCRIBE_STRUCT(document_created, (), (document, details))

struct document_changed {
  static constexpr std::string_view type = "documents.changed";
  static constexpr int version = 1;
  protocol::document_id document;
  protocol::document_details details;
};
BOOST_DESCRIBE_STRUCT(document_changed, (), (document, details))

/// In the draft revision.
struct file_attached {
  static constexpr std::string_view type = "documents.file_attached";
  static constexpr int version = 1;
  protocol::document_id document;
  protocol::language language;
  protocol::document_file file;
};
BOOST_DESCRIBE_STRUCT(file_attached, (), (document, language, file))

struct file_detached {
  static constexpr std::string_view type = "documents.file_detached";
  static constexpr int version = 1;
  protocol::document_id document;
  protocol::language language;
};
BOOST_DESCRIBE_STRUCT(file_detached, (), (document, language))

/// The draft becomes the current revision.
struct document_published {
  static constexpr std::string_view type = "documents.published";
  static constexpr int version = 1;
  protocol::document_id document;
};
BOOST_DESCRIBE_STRUCT(document_published, (), (document))

struct document_withdrawn {
  static constexpr std::string_view type = "documents.withdrawn";
  static constexpr int version = 1;
  protocol::document_id document;
  protocol::reason_text reason;
};
BOOST_DESCRIBE_STRUCT(document_withdrawn, (), (document, reason))

struct revision_started {
  static constexpr std::string_view type = "documents.revision_started";
  static constexpr int version = 1;
  protocol::document_id document;
  std::optional<protocol::symbol> symbol;
};
BOOST_DESCRIBE_STRUCT(revision_started, (), (document, symbol))

using documents_events = boost::mp11::mp_list<document_created, document_changed, file_attached, file_detached,
                                              document_published, document_withdrawn, revision_started>;

}  // namespace dais::domain
