#pragma once
// Documents, their language versions and revisions. Bytes travel over HTTP: PUT /uploads/<m>/<document>/<language>.

#include <optional>
#include <string>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// Who may read a published document. Each audience includes the ones after it in this order: everyone ⊃ participants ⊃
/// secretariat.
enum class audience { everyone, participants, secretariat };
BOOST_DESCRIBE_ENUM(audience, everyone, participants, secretariat)

struct document_details {
  std::optional<protocol::symbol> symbol;  ///< of the form that the meeting's symbol grammar allows
  localized_name title;
  short_text kind;  ///< one of the meeting's kinds of document
  protocol::audience audience = protocol::audience::everyone;
  list<item_id, 32> items;
  bool operator==(document_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(document_details, (), (symbol, title, kind, audience, items))

/// The bytes of one language version, as the server found them.
struct document_file {
  std::string sha256;      ///< hex
  std::int64_t size = 0;   ///< bytes
  std::string media_type;  ///< found in the content
  text<1, 255> name;       ///< as uploaded, made safe
  bool operator==(document_file const&) const = default;
};
BOOST_DESCRIBE_STRUCT(document_file, (), (sha256, size, media_type, name))

namespace documents {

struct created {
  document_id document;
};
BOOST_DESCRIBE_STRUCT(created, (), (document))

struct create {
  static constexpr method_info info{"documents.create", method_kind::command, method_scope::meeting,
                                    "Create a document, unpublished."};
  using answer = created;
  document_details details;
};
BOOST_DESCRIBE_STRUCT(create, (), (details))

struct change {
  static constexpr method_info info{"documents.change", method_kind::command, method_scope::meeting,
                                    "Change a document's details."};
  using answer = done;
  document_id document;
  seq version = 0;
  document_details details;
};
BOOST_DESCRIBE_STRUCT(change, (), (document, version, details))

/// Issued by the server itself when an upload is complete: PUT /uploads/<m>/<document>/<language>?name=…
/// with the bytes as body.
struct attach {
  static constexpr method_info info{"documents.attach", method_kind::command, method_scope::meeting,
                                    "Put a file into the draft revision of a document (by upload only)."};
  using answer = document_file;
  document_id document;
  protocol::language language;
  document_file file;
};
BOOST_DESCRIBE_STRUCT(attach, (), (document, language, file))

struct detach {
  static constexpr method_info info{"documents.detach", method_kind::command, method_scope::meeting,
                                    "Take a language version out of the draft revision."};
  using answer = done;
  document_id document;
  protocol::language language;
};
BOOST_DESCRIBE_STRUCT(detach, (), (document, language))

/// Publishes the draft revision: it becomes the current one, and the one before it is kept.
struct publish {
  static constexpr method_info info{"documents.publish", method_kind::command, method_scope::meeting,
                                    "Publish a document."};
  using answer = done;
  document_id document;
  seq version = 0;
};
BOOST_DESCRIBE_STRUCT(publish, (), (document, version))

struct withdraw {
  static constexpr method_info info{"documents.withdraw", method_kind::command, method_scope::meeting,
                                    "Withdraw a published document."};
  using answer = done;
  document_id document;
  reason_text reason;
};
BOOST_DESCRIBE_STRUCT(withdraw, (), (document, reason))

/// Starts a draft revision beside the published one. It begins with the same details and no files; a revision that has
/// a symbol of its own (…/Rev.1) names it.
struct revise {
  static constexpr method_info info{"documents.revise", method_kind::command, method_scope::meeting,
                                    "Start a revision of a published document."};
  using answer = done;
  document_id document;
  std::optional<protocol::symbol> symbol;
};
BOOST_DESCRIBE_STRUCT(revise, (), (document, symbol))

}  // namespace documents
}  // namespace dais::protocol
