#pragma once
// A meeting as a file: what an import reads. Everything about one meeting is here, nothing is in the code.
//
// Things are matched by their id (an agenda item by its number, a document by its id, a delegation by its id …), so
// that importing a file again changes nothing, and a changed file changes only what differs. A file never removes
// anything.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "protocol/methods/agenda.hpp"
#include "protocol/methods/documents.hpp"
#include "protocol/methods/registration.hpp"
#include "protocol/methods/sponsorship.hpp"
#include "protocol/methods/sponsorship_terms.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// A category of participants: "State Party", "Observer". `rule` says under which rule of procedure it takes part
/// ("rule 1.2"); `order` is its place in lists.
struct participant_category {
  category_id id;
  localized_name name;
  std::optional<text<1, 200>> rule;
  std::int64_t order = 0;
  bool operator==(participant_category const&) const = default;
};
BOOST_DESCRIBE_STRUCT(participant_category, (), (id, name, rule, order))

enum class field_type { line, paragraph, yes_no, choice };
BOOST_DESCRIBE_ENUM(field_type, line, paragraph, yes_no, choice)

struct field_choice {
  field_id id;
  localized_name label;
  bool operator==(field_choice const&) const = default;
};
BOOST_DESCRIBE_STRUCT(field_choice, (), (id, label))

/// A question of this meeting's own that the registration asks about each member. Answers are seen by the delegation's
/// focal point and the secretariat. A yes_no answer is "yes" or "no"; a choice is one of `choices`.
struct registration_field {
  field_id id;
  localized_name label;
  std::optional<localized_text> hint;
  field_type type = field_type::line;
  bool required = false;
  list<field_choice, 50> choices;
  bool operator==(registration_field const&) const = default;
};
BOOST_DESCRIBE_STRUCT(registration_field, (), (id, label, hint, type, required, choices))

/// A kind of document ("agenda", "working_paper") with its name.
struct document_kind {
  text<1, 200> id;
  localized_name name;
  bool operator==(document_kind const&) const = default;
};
BOOST_DESCRIBE_STRUCT(document_kind, (), (id, name))

/// What the meeting is. `symbol_pattern` is the grammar of its documents' symbols as an ECMAScript regular expression.
/// `languages` are in the order of preference when a text lacks the reader's language. `currency` is an ISO 4217 code.
struct meeting_details {
  localized_name name;
  localized_name short_name;
  date opens;
  date closes;
  localized_name venue;
  text<1, 64> time_zone;  ///< IANA name: Europe/Zurich
  list<language, 16> languages;
  text<3, 3> currency;
  text<1, 500> symbol_pattern;
  std::optional<delegation_id> presidency;
  std::optional<name_text> president;
  list<participant_category, 50> categories;
  list<registration_field, 50> fields;
  list<document_kind, 50> document_kinds;
  list<text<1, 40>, 30> cost_kinds;
  bool operator==(meeting_details const&) const = default;
};
BOOST_DESCRIBE_STRUCT(meeting_details, (),
                      (name, short_name, opens, closes, venue, time_zone, languages, currency, symbol_pattern,
                       presidency, president, categories, fields, document_kinds, cost_kinds))

/// An agenda item, in the order of the file; `parent` is the number of the item above it.
struct file_item {
  item_number number;
  localized_name title;
  std::optional<item_number> parent;
  std::optional<text<0, 2000>> source;  ///< where the fact was read, or that it was inferred
};
BOOST_DESCRIBE_STRUCT(file_item, (), (number, title, parent, source))

/// A session of the programme of work; its items are named by their numbers.
struct file_session {
  session_id id;
  localized_name title;
  instant starts;
  instant ends;
  list<item_number, 64> items;
  std::optional<text<0, 2000>> source;
};
BOOST_DESCRIBE_STRUCT(file_session, (), (id, title, starts, ends, items, source))

/// A document without its bytes; its items are named by their numbers.
struct file_document {
  document_id id;
  std::optional<protocol::symbol> symbol;
  localized_name title;
  short_text kind;
  protocol::audience audience = protocol::audience::everyone;
  list<item_number, 32> items;
  list<language, 16> languages;  ///< in which it is expected
  std::optional<text<0, 2000>> source;
};
BOOST_DESCRIBE_STRUCT(file_document, (), (id, symbol, title, kind, audience, items, languages, source))

/// A delegation, with members already known (they begin as the delegation's draft), and what they apply for.
struct file_member {
  member_id id;
  member_details details;
};
BOOST_DESCRIBE_STRUCT(file_member, (), (id, details))

struct file_delegation {
  delegation_id id;
  localized_name name;
  category_id category;
  std::optional<list<file_member, 500>> members;
};
BOOST_DESCRIBE_STRUCT(file_delegation, (), (id, name, category, members))

struct meeting_file {
  text<1, 40> format;  ///< "dais-meeting/1"
  meeting_id id;
  meeting_details meeting;
  list<file_item, 500> agenda;
  list<file_session, 200> programme;
  list<file_document, 2000> documents;
  list<file_delegation, 500> delegations;
  list<fund_details, 12> funds;
  std::optional<sponsorship_terms> sponsorship;
};
BOOST_DESCRIBE_STRUCT(meeting_file, (),
                      (format, id, meeting, agenda, programme, documents, delegations, funds, sponsorship))

}  // namespace dais::protocol
