#include "client/native/csv.hpp"

#include <algorithm>

namespace dais::native {
namespace {

char separator_of(std::string_view first_line) {
  char best = ',';
  for (char const one : {';', '\t'})
    if (std::ranges::count(first_line, one) > std::ranges::count(first_line, best)) best = one;
  return best;
}

class reader {
public:
  explicit reader(std::string_view text) : x_text(text), x_separator(separator_of(text.substr(0, text.find('\n')))) {}

  bool at_end() const { return x_at >= x_text.size(); }
  int line() const { return x_line; }

  /// False where a quote is wrong.
  bool read_record(csv_record& out) {
    out.line = x_line;
    for (;;) {
      if (!read_cell(out.cells.emplace_back())) return false;
      if (!take(x_separator)) break;
    }
    take('\r');
    if (at_end()) return true;
    if (!take('\n')) return false;
    ++x_line;
    return true;
  }

private:
  bool take(char expected) {
    if (at_end() || x_text[x_at] != expected) return false;
    ++x_at;
    return true;
  }

  bool read_cell(std::string& out) {
    if (!take('"')) {
      auto const end = std::min(x_text.find_first_of(std::string{x_separator, '\n'}, x_at), x_text.size());
      out = x_text.substr(x_at, end - x_at);
      x_at = end;
      if (out.ends_with('\r')) out.pop_back();
      return out.find('"') == std::string::npos;
    }
    for (; !at_end(); ++x_at) {
      char const c = x_text[x_at];
      if (c == '\n') ++x_line;
      if (c == '"') {
        ++x_at;
        if (at_end() || x_text[x_at] != '"') return true;
      }
      out += c;
    }
    return false;
  }

  std::string_view x_text;
  char x_separator;
  std::size_t x_at = 0;
  int x_line = 1;
};

}  // namespace

std::expected<std::vector<csv_record>, csv_fault> read_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  reader from(text);
  std::vector<csv_record> out;
  while (!from.at_end()) {
    csv_record record;
    if (!from.read_record(record)) return std::unexpected(csv_fault{record.line});
    bool const is_empty = std::ranges::all_of(record.cells, [](auto const& cell) { return cell.empty(); });
    if (!is_empty) out.push_back(std::move(record));
  }
  return out;
}

}  // namespace dais::native
