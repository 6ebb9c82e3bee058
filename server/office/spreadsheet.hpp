#pragma once
// Office Open XML spreadsheets (.xlsx): typed cells, the first row frozen, right-to-left where the language is. Words
// are always written as words, so that no spreadsheet runs them as a formula. The same spreadsheet gives the same
// bytes. Blocks; nothing of it stays on the disk.

#include <expected>
#include <string>
#include <vector>

#include "protocol/values.hpp"
#include "server/office/table.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

namespace dais::office {

/// A table's title names its sheet: of that the first 31 letters, without those that a spreadsheet refuses.
struct spreadsheet {
  writing as;
  std::string title;
  protocol::instant created;
  std::vector<table> sheets;  ///< at least one
};
BOOST_DESCRIBE_STRUCT(spreadsheet, (), (as, title, created, sheets))

enum class spreadsheet_error {
  too_many_rows,  ///< more than `max_rows` in a sheet
  failed          ///< out of memory or temporary space
};
BOOST_DESCRIBE_ENUM(spreadsheet_error, too_many_rows, failed)

inline constexpr std::size_t max_rows = 1'000'000;

/// The bytes of a file. Instants are in UTC and say so.
std::expected<std::string, spreadsheet_error> xlsx(spreadsheet const& from);

}  // namespace dais::office
