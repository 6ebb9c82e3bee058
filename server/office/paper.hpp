#pragma once
// What goes to paper, as PDF: A4, any script, right-to-left where the language is, tagged, with page numbers.
// The same paper gives the same bytes: the instant that it shows and carries is part of it, there is no other clock.
// All texts are UTF-8 in the paper's language already (catalogue::pick chooses). Every function blocks for up to some
// seconds (500 participants: about one) and may run on any thread.

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "protocol/values.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace dais::office {

/// What every paper of a meeting says on top.
struct masthead {
  std::string language;      ///< BCP 47: words of ours, direction, order, dates
  std::string meeting_name;  ///< "Eleventh Meeting of States Parties to the Convention on Cluster Munitions"
  protocol::date first_day;
  protocol::date last_day;
  std::string venue;
  std::string time_zone;    ///< IANA name
  protocol::instant as_of;  ///< printed, and the date of the file
};
BOOST_DESCRIBE_STRUCT(masthead, (), (language, meeting_name, first_day, last_day, venue, time_zone, as_of))

enum class item_state { pending, open, suspended, closed };
BOOST_DESCRIBE_ENUM(item_state, pending, open, suspended, closed)

struct agenda_item {
  std::string number;  ///< "10(i)"
  std::string title;
  item_state state = item_state::pending;
  std::vector<agenda_item> children;
};
BOOST_DESCRIBE_STRUCT(agenda_item, (), (number, title, state, children))

/// A session of the programme of work; `items` are numbers of agenda items.
struct work_session {
  protocol::instant starts;
  protocol::instant ends;
  std::string title;  ///< may be empty
  std::vector<std::string> items;
};
BOOST_DESCRIBE_STRUCT(work_session, (), (starts, ends, title, items))

struct agenda_paper {
  masthead head;
  std::vector<agenda_item> items;
  std::vector<work_session> sessions;  ///< in the order of time; empty: no programme of work is printed
};
BOOST_DESCRIBE_STRUCT(agenda_paper, (), (head, items, sessions))

enum class member_rank { head, alternate, member };
BOOST_DESCRIBE_ENUM(member_rank, head, alternate, member)

struct participant {
  std::string name;      ///< in Latin script
  std::string original;  ///< in its own script, empty where it is the same
  std::string title;     ///< "H.E. Ms.", may be empty
  std::string function;  ///< "Permanent Representative to the United Nations in Geneva", may be empty
  member_rank rank = member_rank::member;
};
BOOST_DESCRIBE_STRUCT(participant, (), (name, original, title, function, rank))

struct delegation {
  std::string name;
  std::vector<participant> members;  ///< printed head first, then alternates, else in this order
};
BOOST_DESCRIBE_STRUCT(delegation, (), (name, members))

/// Delegations of one category ("States Parties"), printed in the language's alphabetical order.
struct delegation_group {
  std::string title;
  std::vector<delegation> delegations;
};
BOOST_DESCRIBE_STRUCT(delegation_group, (), (title, delegations))

struct participants_paper {
  masthead head;
  std::vector<delegation_group> groups;  ///< in this order
};
BOOST_DESCRIBE_STRUCT(participants_paper, (), (head, groups))

struct listed_document {
  std::string symbol;  ///< empty: not yet given
  std::string title;
  std::vector<std::string> items;      ///< numbers of agenda items
  std::vector<std::string> languages;  ///< BCP 47
};
BOOST_DESCRIBE_STRUCT(listed_document, (), (symbol, title, items, languages))

struct document_list_paper {
  masthead head;
  std::vector<listed_document> documents;  ///< in this order
};
BOOST_DESCRIBE_STRUCT(document_list_paper, (), (head, documents))

/// A stand-in for a document in a demonstration: every page says, in its language, that it is not the official
/// document.
struct sample_document {
  masthead head;
  std::string symbol;  ///< may be empty
  std::string title;
  std::vector<std::string> paragraphs;  ///< printed with numbers
};
BOOST_DESCRIBE_STRUCT(sample_document, (), (head, symbol, title, paragraphs))

/// What a sample says where its document's own text is not there: what it stands in for, and that it is nothing
/// official.
std::vector<std::string> sample_paragraphs(std::string const& language, std::string const& symbol,
                                           std::string const& title);

enum class paper_error {
  too_many_pages,  ///< more than `max_pages`
  failed           ///< the PDF engine ran out of memory or met a defect
};
BOOST_DESCRIBE_ENUM(paper_error, too_many_pages, failed)

/// Pages of one paper.
inline constexpr std::size_t max_pages = 3000;

/// The bytes of a PDF.
using pdf = std::expected<std::string, paper_error>;

pdf print(agenda_paper const& paper);
pdf print(participants_paper const& paper);
pdf print(document_list_paper const& paper);
pdf print(sample_document const& paper);

}  // namespace dais::office
