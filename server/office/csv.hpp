#pragma once
// Comma-separated values that a spreadsheet opens as they are (RFC 4180, UTF-8 with a byte order mark).

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dais::office {

/// Rows of fields to the bytes of a file. Lines end with CR LF; a field with a comma, a quote, a line break or a space
/// at its edge is quoted. A field that a spreadsheet would run as a formula (it starts with = + - @, a tab or a
/// carriage return, also behind spaces) gets an apostrophe in front, unless it is a plain number such as -12.50 or a
/// telephone number's digits behind a plus.
std::string csv(std::span<std::vector<std::string> const> rows);

/// One field as `csv` writes it.
std::string csv_field(std::string_view text);

}  // namespace dais::office
