#pragma once
// Tables of typed cells: on paper in the writing of a language, in a spreadsheet as numbers and dates.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "protocol/values.hpp"

#include <boost/describe/class.hpp>

namespace dais::office {

/// `part` of `whole`, printed with its percentage.
struct share {
  std::int64_t part = 0;
  std::int64_t whole = 0;
};
BOOST_DESCRIBE_STRUCT(share, (), (part, whole))

/// Nothing, words, a number, money of the meeting's currency, a day, an instant, a share.
using table_cell = std::variant<std::monostate, std::string, std::int64_t, protocol::centimes, protocol::date,
                                protocol::instant, share>;

/// `id` names the column to programs, `title` to readers.
struct table_column {
  std::string id;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(table_column, (), (id, title))

/// Every row has a cell for each column, or fewer. `total_last`: the last row sums up the others.
struct table {
  std::string id;
  std::string title;  ///< may be empty
  std::vector<table_column> columns;
  std::vector<std::vector<table_cell>> rows;
  bool total_last = false;
};
BOOST_DESCRIBE_STRUCT(table, (), (id, title, columns, rows, total_last))

/// A number that stands out, with what it counts.
struct key_figure {
  std::string id;
  std::string title;
  table_cell value;
};
BOOST_DESCRIBE_STRUCT(key_figure, (), (id, title, value))

/// In whose writing cells are read.
struct writing {
  std::string language;
  std::string currency;   ///< ISO 4217
  std::string time_zone;  ///< IANA name
};
BOOST_DESCRIBE_STRUCT(writing, (), (language, currency, time_zone))

std::string words_of(table_cell const& cell, writing const& as);
/// Whether a column of such cells is set at the end edge.
bool is_number(table_cell const& cell);

}  // namespace dais::office
