#include "server/office/report.hpp"

#include <algorithm>

#include "server/catalogue/message.hpp"
#include "server/office/compose.hpp"

namespace dais::office {
namespace {

constexpr double gap = 12;
constexpr text_style body{.size = 9};
constexpr text_style body_end{.size = 9, .align = alignment::end};
constexpr text_style strong{.size = 9, .bold = true};
constexpr text_style strong_end{.size = 9, .bold = true, .align = alignment::end};
constexpr text_style column_end{.size = 8.5, .bold = true, .colour = muted, .align = alignment::end};

writing writing_of(report_paper const& paper) { return {paper.head.language, paper.currency, paper.head.time_zone}; }

/// Whether each column is one of numbers.
std::vector<bool> number_columns(table const& of) {
  std::vector<bool> out(of.columns.size(), false);
  for (std::size_t at = 0; at < out.size(); ++at)
    out[at] = std::ranges::any_of(of.rows, [&](auto const& row) { return at < row.size() && is_number(row[at]); });
  return out;
}

/// Every column as wide as its contents where there is room; else the widest ones give way. What is left goes to the
/// first.
std::vector<double> widths_of(press const& on, table const& of, std::vector<std::vector<std::string>> const& words) {
  auto const columns = of.columns.size();
  std::vector<double> natural(columns, 0);
  for (std::size_t at = 0; at < columns; ++at) {
    natural[at] = on.type.set(of.columns[at].title, styles::column, on.measure()).width() + 2;
    for (auto const& row : words)
      natural[at] = std::max(natural[at], on.type.set(row[at], strong, on.measure()).width() + 2);
  }
  auto room = on.measure() - gap * static_cast<double>(columns - 1);
  std::vector<std::size_t> order(columns);
  for (std::size_t at = 0; at < columns; ++at) order[at] = at;
  std::ranges::sort(order, {}, [&](std::size_t at) { return natural[at]; });
  std::vector<double> out(columns, 0);
  for (std::size_t done = 0; done < columns; ++done) {
    out[order[done]] = std::min(natural[order[done]], room / static_cast<double>(columns - done));
    room -= out[order[done]];
  }
  out.front() += room;
  return out;
}

void add_table(press& on, table const& of, writing const& as) {
  if (of.columns.empty()) return;
  if (!of.title.empty()) on.add_heading(of.title, false);
  if (of.rows.empty()) return on.add_paragraph(on.word("report.nothing"), styles::small);
  std::vector<std::vector<std::string>> words;
  for (auto const& row : of.rows) {
    auto& line = words.emplace_back(of.columns.size());
    for (std::size_t at = 0; at < std::min(row.size(), line.size()); ++at) line[at] = words_of(row[at], as);
  }
  auto const numbers = number_columns(of);
  auto const widths = widths_of(on, of, words);
  auto const row_of = [&](auto const& text_at, auto const& style_at, bool head) {
    element row{.below = 5, .rule_below = true, .row_tag = "TR"};
    double start = 0;
    for (std::size_t at = 0; at < of.columns.size(); ++at) {
      row.cells.push_back(
          {on.type.set(text_at(at), style_at(at), widths[at]), start, widths[at], head || at == 0 ? "TH" : "TD"});
      start += widths[at] + gap;
    }
    return row;
  };
  auto const head = row_of([&](std::size_t at) { return of.columns[at].title; },
                           [&](std::size_t at) { return numbers[at] ? column_end : styles::column; }, true);
  on.text.open("Table");
  auto first = head;
  first.keep_with_next = true;
  on.text.add(std::move(first));
  on.text.repeat_on_top({head});
  for (std::size_t line = 0; line < words.size(); ++line) {
    bool const total = of.total_last && line + 1 == words.size();
    on.text.add(row_of(
        [&](std::size_t at) { return words[line][at]; },
        [&](std::size_t at) { return total ? (numbers[at] ? strong_end : strong) : (numbers[at] ? body_end : body); },
        false));
  }
  on.text.close();
  on.text.repeat_on_top({});
}

void add_figures(press& on, std::vector<key_figure> const& figures, writing const& as) {
  if (figures.empty()) return;
  auto const width = on.measure() * 0.42, start = width + gap, rest = on.measure() - start;
  on.text.open("Table");
  for (auto const& each : figures)
    on.text.add({.cells = {{on.type.set(each.title, body, width), 0, width, "TH"},
                           {on.type.set(words_of(each.value, as), strong, rest), start, rest, "TD"}},
                 .below = 5,
                 .row_tag = "TR"});
  on.text.close();
}

}  // namespace

press compose(report_paper const& paper) {
  press on(paper.head, paper.title);
  on.add_title(paper.summary);
  auto const as = writing_of(paper);
  for (auto const& section : paper.sections) {
    on.add_heading(section.title);
    for (auto const& each : section.paragraphs) on.add_paragraph(each);
    add_figures(on, section.figures, as);
    for (auto const& each : section.tables) add_table(on, each, as);
  }
  return on;
}

spreadsheet sheets_of(report_paper const& paper) {
  auto const as = writing_of(paper);
  auto const word = [&](char const* key) { return catalogue::format(as.language, key); };
  table figures{"figures",
                word("paper.report.figures"),
                {{"section", word("paper.report.section")},
                 {"figure", word("paper.report.figure")},
                 {"value", word("paper.report.value")}},
                {}};
  spreadsheet out{as, paper.title, paper.head.as_of, {}};
  for (auto const& section : paper.sections) {
    for (auto const& each : section.paragraphs) figures.rows.push_back({section.title, each});
    for (auto const& each : section.figures) figures.rows.push_back({section.title, each.title, each.value});
    for (auto sheet : section.tables) {
      if (sheet.title.empty()) sheet.title = section.title;
      out.sheets.push_back(std::move(sheet));
    }
  }
  out.sheets.insert(out.sheets.begin(), std::move(figures));
  return out;
}

}  // namespace dais::office
