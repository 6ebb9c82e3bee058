#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace dais::native {

/// One record of a CSV file and the line (from 1) on which it starts.
struct csv_record {
  int line = 1;
  std::vector<std::string> cells;
};

/// A quote that is never closed, or that stands where none may; the line (from 1) on which the record starts.
struct csv_fault {
  int line = 1;
};

/// Reads CSV (RFC 4180): a byte order mark is passed over, lines end in LF or CRLF, empty lines are left out, and the
/// separator is that of comma, semicolon and tab which stands most often in the first line.
std::expected<std::vector<csv_record>, csv_fault> read_csv(std::string_view text);

}  // namespace dais::native
