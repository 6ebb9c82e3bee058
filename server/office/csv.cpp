#include "server/office/csv.hpp"

#include <algorithm>

namespace dais::office {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool plain_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  auto const digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  return !text.empty() && digit(text.front()) && digit(text.back()) && std::ranges::count(text, '.') <= 1 &&
         std::ranges::all_of(text, [&](char letter) { return digit(letter) || letter == '.'; });
}

bool formula(std::string_view text) {
  auto const first = text.find_first_not_of(" \n");
  return first != std::string_view::npos && std::string_view("=+-@\t\r").contains(text[first]) && !plain_number(text);
}

}  // namespace

std::string csv_field(std::string_view text) {
  auto const guarded = formula(text) ? "'" + std::string(text) : std::string(text);
  auto const edge = !guarded.empty() && (guarded.front() == ' ' || guarded.back() == ' ');
  if (!edge && guarded.find_first_of(",\"\r\n\t;") == std::string::npos) return guarded;
  std::string quoted = "\"";
  for (auto const letter : guarded) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + '"';
}

std::string csv(std::span<std::vector<std::string> const> rows) {
  std::string out(byte_order_mark);
  for (auto const& row : rows) {
    for (std::size_t at = 0; at < row.size(); ++at) out += (at ? "," : "") + csv_field(row[at]);
    out += "\r\n";
  }
  return out;
}

}  // namespace dais::office
