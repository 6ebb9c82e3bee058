#include "server/office/spreadsheet.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <set>
#include <type_traits>

#include "server/catalogue/language.hpp"
#include "server/office/typesetter.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace dais::office {
namespace {

constexpr std::size_t longest_name = 31;
constexpr std::size_t widest_column = 60, narrowest_column = 8;

/// The first `most` letters of valid UTF-8.
std::string cut(std::string const& text, std::size_t most) {
  std::size_t letters = 0, at = 0;
  for (; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && letters++ == most) break;
  return text.substr(0, at);
}

std::string plain_name(std::string const& title) {
  std::string out;
  for (char const letter : readable(title)) out += std::string_view("[]:*?/\\'\n\t").contains(letter) ? ' ' : letter;
  return cut(out.empty() ? "1" : out, longest_name);
}

/// Names of sheets have to differ, whatever their case.
std::string free_name(std::string const& title, std::set<std::string>& taken) {
  auto const wanted = plain_name(title);
  auto const lower = [](std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
  };
  auto name = wanted;
  for (std::size_t next = 2; !taken.insert(lower(name)).second; ++next) {
    auto const number = " " + std::to_string(next);
    name = cut(wanted, longest_name - number.size()) + number;
  }
  return name;
}

/// A file in memory, for the library writes to a path.
struct memory_file {
  memory_file() : handle(memfd_create("spreadsheet", MFD_CLOEXEC)) {}
  memory_file(memory_file const&) = delete;
  ~memory_file() {
    if (handle >= 0) close(handle);
  }
  std::string path() const { return "/proc/self/fd/" + std::to_string(handle); }
  std::string bytes() const {
    std::string out;
    std::array<char, 65536> buffer;
    for (off_t at = 0;;) {
      auto const got = pread(handle, buffer.data(), buffer.size(), at);
      if (got <= 0) return got < 0 ? std::string() : out;
      out.append(buffer.data(), static_cast<std::size_t>(got));
      at += got;
    }
  }
  int handle;
};

double day_number(protocol::instant at) {
  constexpr double milliseconds_of_a_day = 86'400'000, days_to_1970 = 25'569;
  return static_cast<double>(at.time_since_epoch().count()) / milliseconds_of_a_day + days_to_1970;
}

class writer {
public:
  writer(lxw_workbook* book, writing const& as) : x_book(book) {
    auto const code = std::ranges::all_of(as.currency, [](char c) { return c >= 'A' && c <= 'Z'; });
    x_money = format(code && !as.currency.empty() ? "[$" + as.currency + "] #,##0.00" : "#,##0.00");
    x_number = format("#,##0");
    x_share = format("0.0%");
    x_date = format("yyyy-mm-dd");
    x_instant = format("yyyy-mm-dd hh:mm \"UTC\"");
    x_words = workbook_add_format(book);
    format_set_text_wrap(x_words);
    format_set_align(x_words, LXW_ALIGN_VERTICAL_TOP);
    x_head = workbook_add_format(book);
    format_set_bold(x_head);
    format_set_bottom(x_head, LXW_BORDER_THIN);
  }

  bool write(lxw_worksheet* sheet, table const& from, writing const& as) {
    x_good = true;
    std::vector<std::size_t> widths(from.columns.size(), narrowest_column);
    for (std::size_t at = 0; at < from.columns.size(); ++at) {
      put(sheet, 0, at, from.columns[at].title, x_head);
      widths[at] = std::max(widths[at], protocol::length(readable(from.columns[at].title)));
    }
    for (std::size_t row = 0; row < from.rows.size(); ++row)
      for (std::size_t at = 0; at < std::min(from.rows[row].size(), widths.size()); ++at) {
        put(sheet, row + 1, at, from.rows[row][at]);
        widths[at] = std::max(widths[at], protocol::length(readable(words_of(from.rows[row][at], as))));
      }
    for (std::size_t at = 0; at < widths.size(); ++at)
      worksheet_set_column(sheet, column(at), column(at), static_cast<double>(std::min(widths[at], widest_column) + 2),
                           nullptr);
    worksheet_freeze_panes(sheet, 1, 0);
    return x_good;
  }

private:
  static lxw_col_t column(std::size_t at) { return static_cast<lxw_col_t>(at); }

  lxw_format* format(std::string const& number) {
    auto* const made = workbook_add_format(x_book);
    format_set_num_format(made, number.c_str());
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    return made;
  }

  void put(lxw_worksheet* sheet, std::size_t row, std::size_t at, std::string const& words, lxw_format* as) {
    auto const text = readable(words);
    if (!text.empty())
      x_good &=
          worksheet_write_string(sheet, static_cast<lxw_row_t>(row), column(at), text.c_str(), as) == LXW_NO_ERROR;
  }

  void put(lxw_worksheet* sheet, std::size_t row, std::size_t at, double number, lxw_format* as) {
    x_good &= worksheet_write_number(sheet, static_cast<lxw_row_t>(row), column(at), number, as) == LXW_NO_ERROR;
  }

  void put(lxw_worksheet* sheet, std::size_t row, std::size_t at, table_cell const& cell) {
    std::visit(
        [&](auto const& value) {
          using type = std::decay_t<decltype(value)>;
          if constexpr (std::is_same_v<type, std::string>)
            put(sheet, row, at, value, x_words);
          else if constexpr (std::is_same_v<type, std::int64_t>)
            put(sheet, row, at, static_cast<double>(value), x_number);
          else if constexpr (std::is_same_v<type, protocol::centimes>)
            put(sheet, row, at, static_cast<double>(value.value) / 100, x_money);
          else if constexpr (std::is_same_v<type, protocol::date>)
            put(sheet, row, at, day_number(std::chrono::sys_days{value}), x_date);
          else if constexpr (std::is_same_v<type, protocol::instant>)
            put(sheet, row, at, day_number(value), x_instant);
          else if constexpr (std::is_same_v<type, share>) {
            if (value.whole > 0)
              put(sheet, row, at, static_cast<double>(value.part) / static_cast<double>(value.whole), x_share);
          }
        },
        cell);
  }

  lxw_workbook* x_book;
  lxw_format *x_money, *x_number, *x_share, *x_date, *x_instant, *x_words, *x_head;
  bool x_good = true;
};

}  // namespace

std::expected<std::string, spreadsheet_error> xlsx(spreadsheet const& from) {
  for (auto const& each : from.sheets)
    if (each.rows.size() > max_rows) return std::unexpected(spreadsheet_error::too_many_rows);
  memory_file file;
  if (file.handle < 0) return std::unexpected(spreadsheet_error::failed);
  auto* const book = workbook_new(file.path().c_str());
  if (book == nullptr) return std::unexpected(spreadsheet_error::failed);
  auto title = cut(readable(from.title), 250);
  lxw_doc_properties facts{};
  facts.title = title.data();
  facts.created = std::chrono::system_clock::to_time_t(from.created);
  bool good = workbook_set_properties(book, &facts) == LXW_NO_ERROR;

  writer writes(book, from.as);
  std::set<std::string> taken;
  for (auto const& each : from.sheets) {
    auto* const sheet = workbook_add_worksheet(book, free_name(each.title, taken).c_str());
    good = good && sheet != nullptr && writes.write(sheet, each, from.as);
    if (sheet != nullptr && catalogue::right_to_left(from.as.language)) worksheet_right_to_left(sheet);
  }
  good = workbook_close(book) == LXW_NO_ERROR && good;
  auto bytes = good ? file.bytes() : std::string();
  if (bytes.empty()) return std::unexpected(spreadsheet_error::failed);
  return bytes;
}

}  // namespace dais::office
