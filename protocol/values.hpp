#pragma once
// The small values of the wire: bounded texts, ids, languages, instants, dates, money.

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe/class.hpp>

namespace dais::protocol {

/// UTF-8 text of Min to Max code points, without control characters other than line feed and tab.
template <std::size_t Min, std::size_t Max>
struct text {
  static constexpr std::size_t min = Min, max = Max;
  std::string value;
  auto operator<=>(text const&) const = default;
};
using name_text = text<1, 200>;
using short_text = text<0, 200>;
using reason_text = text<1, 2000>;
using long_text = text<0, 10000>;

/// An identifier: 1 to 64 of A-Z a-z 0-9 . _ ~ -, chosen by the server or by a meeting's file. `Tag` keeps kinds apart.
template <class Tag>
struct id {
  std::string value;
  auto operator<=>(id const&) const = default;
};
using meeting_id = id<struct meeting_tag>;
using delegation_id = id<struct delegation_tag>;
using member_id = id<struct member_tag>;
using category_id = id<struct category_tag>;
using field_id = id<struct field_tag>;
using item_id = id<struct item_tag>;
using session_id = id<struct session_tag>;
using document_id = id<struct document_tag>;
using application_id = id<struct application_tag>;
using fund_id = id<struct fund_tag>;
using scenario_id = id<struct scenario_tag>;
using proposal_id = id<struct proposal_tag>;
using notice_id = id<struct notice_tag>;
using account_id = id<struct account_tag>;
using sign_in_id = id<struct sign_in_tag>;
using command_id = id<struct command_tag>;
/// Whose personal data it is: the value of a member's or an account's id.
using person_id = id<struct person_tag>;

/// A BCP 47 language tag in its usual case: `fr`, `zh`, `pt-BR`.
struct language {
  std::string value;
  auto operator<=>(language const&) const = default;
};

/// One text in several languages; which one a reader gets is decided by `pick`.
template <std::size_t Max>
struct localized {
  static constexpr std::size_t max = Max;
  std::map<language, text<1, Max>> in;
  bool operator==(localized const&) const = default;
};
using localized_name = localized<300>;
using localized_text = localized<5000>;

/// A document's symbol, such as CCM/MSP/2023/2/Rev.1. Which symbols a meeting allows is data of the meeting.
struct symbol {
  std::string value;
  auto operator<=>(symbol const&) const = default;
};

/// An address for e-mail, lower case, with one @.
struct email {
  std::string value;
  auto operator<=>(email const&) const = default;
};

/// Milliseconds since 1970 in UTC; on the wire RFC 3339, written with three decimals and Z.
using instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A day of the meeting's own calendar; on the wire YYYY-MM-DD.
using date = std::chrono::year_month_day;
/// Money in hundredths of the meeting's currency: 317200 is 3,172.00.
struct centimes {
  std::int64_t value = 0;
  auto operator<=>(centimes const&) const = default;
};
/// A position in a stream's journal: 1 for its first entry, 0 before it.
using seq = std::int64_t;

/// A list of at most Max elements.
template <class T, std::size_t Max>
struct list {
  static constexpr std::size_t max = Max;
  std::vector<T> items;
  bool operator==(list const&) const = default;
};

/// Nothing to say but that it was done.
struct done {};
BOOST_DESCRIBE_STRUCT(done, (), ())

bool valid_id(std::string_view value);
bool valid_language(std::string_view value);
bool valid_email(std::string_view value);
/// Printable ASCII without spaces, 1 to 80 characters, parts separated by single slashes.
bool valid_symbol(std::string_view value);
bool valid_utf8(std::string_view value);
/// Code points of valid UTF-8.
std::size_t length(std::string_view utf8);
bool has_control_characters(std::string_view utf8);

std::string to_string(instant at);
/// RFC 3339 with any offset, to milliseconds; years 1970 to 9999.
std::optional<instant> parse_instant(std::string_view value);
std::string to_string(date day);
std::optional<date> parse_date(std::string_view value);

}  // namespace dais::protocol
