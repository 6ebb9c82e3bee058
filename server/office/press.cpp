#include "server/office/press.hpp"

#include <utility>

#include "server/catalogue/dates.hpp"
#include "server/catalogue/message.hpp"
#include "server/office/pdf_file.hpp"

namespace dais::office {

press::press(masthead const& head, std::string title, page_format format)
    : text(format, typesetter(head.language).right_to_left()),
      type(head.language),
      x_head(head),
      x_title(std::move(title)) {}

std::string press::word(std::string_view key) const {
  return catalogue::format(x_head.language, "paper." + std::string(key));
}

void press::add_title(std::string const& summary) {
  auto const add = [&](std::string const& words, text_style const& style, double below, char const* tag) {
    if (words.empty()) return;
    text.add(
        {.cells = {{type.set(words, style, measure()), 0, measure(), tag}}, .below = below, .keep_with_next = true});
  };
  auto const when = catalogue::format_dates(x_head.language, x_head.first_day, x_head.last_day);
  add(x_head.meeting_name, styles::meeting, 6, "P");
  add(x_title, styles::title, 8, "H1");
  add(x_head.venue.empty() ? when : when + " · " + x_head.venue, styles::body, 2, "P");
  add(summary, styles::small, 0, "P");
  text.add({.cells = {{type.set("", styles::small, measure()), 0, measure()}}, .below = 20, .rule_below = true});
}

void press::add_heading(std::string const& words, bool first_level) {
  auto const& style = first_level ? styles::heading : styles::subheading;
  text.add({.cells = {{type.set(words, style, measure()), 0, measure(), first_level ? "H2" : "H3"}},
            .above = first_level ? 18.0 : 12.0,
            .below = first_level ? 8.0 : 4.0,
            .keep_with_next = true,
            .bookmark = readable(words),
            .bookmark_level = first_level ? 1 : 2});
}

void press::add_paragraph(std::string const& words, text_style const& style, double below) {
  text.add({.cells = {{type.set(words, style, measure()), 0, measure()}}, .below = below, .breakable = true});
}

std::vector<page> press::finish() {
  auto pages = text.finish();
  for (std::size_t at = 0; at < pages.size(); ++at) furnish(pages[at], at + 1, pages.size());
  return pages;
}

pdf press::print() {
  return write_pdf(finish(), text.format(),
                   {.title = readable(x_symbol.empty() ? x_title : x_symbol + " – " + x_title),
                    .subject = readable(x_head.meeting_name),
                    .language = x_head.language,
                    .right_to_left = type.right_to_left(),
                    .created = x_head.as_of});
}

void press::furnish(page& on, std::size_t number, std::size_t pages) const {
  auto const& sheet = text.format();
  auto const rtl = type.right_to_left();
  auto const put = [&](block set, double start, double width, double y) {
    auto const x = rtl ? sheet.width - sheet.side - start - width : sheet.side + start;
    auto const lines = set.lines().size();
    on.push_back(drawn_lines{std::move(set), 0, lines, x, y});
  };
  auto line = styles::small;
  line.one_line = true;

  auto const top = 38.0;
  auto bold = styles::strong;
  bold.align = alignment::end;
  auto const widest = measure() / 2;
  auto const symbol_width = x_symbol.empty() ? 0.0 : type.set_symbol(x_symbol, bold, widest).width() + 1;
  if (number > 1 || !x_symbol.empty()) {
    auto const running = number > 1 && x_symbol.empty() ? x_head.meeting_name + " · " + x_title : x_head.meeting_name;
    put(type.set(running, line, measure() - symbol_width - 12), 0, measure() - symbol_width - 12, top);
    if (!x_symbol.empty())
      put(type.set_symbol(x_symbol, bold, symbol_width), measure() - symbol_width, symbol_width, top - 2);
    on.push_back(drawn_rule{sheet.side, top + 16, measure(), 0.4, {0.7, 0.71, 0.73}});
  }
  if (!x_notice.empty()) {
    auto style = styles::strong;
    style.align = alignment::center;
    style.colour = accent;
    auto set = type.set(x_notice, style, measure() - 20);
    auto const height = set.height() + 10;
    auto const y = top + 26;
    on.push_back(drawn_frame{sheet.side, y, measure(), height, accent});
    put(std::move(set), 10, measure() - 20, y + 5);
  }

  auto const bottom = sheet.height - 52;
  on.push_back(drawn_rule{sheet.side, bottom - 6, measure(), 0.4, {0.7, 0.71, 0.73}});
  auto const when = catalogue::format_moment(x_head.language, x_head.as_of, x_head.time_zone);
  put(type.set(catalogue::format(x_head.language, "paper.as_of", {{"when", when}}), line, measure() - 92), 0,
      measure() - 92, bottom);
  auto const count = catalogue::format(x_head.language, "paper.page", {{"page", number}, {"pages", pages}});
  put(type.set_symbol(count, styles::small_end, 80), measure() - 80, 80, bottom);
}

int unknown_glyphs(std::vector<page> const& pages) {
  int sum = 0;
  for (auto const& one : pages)
    for (auto const& part : one)
      if (auto const* lines = std::get_if<drawn_lines>(&part)) sum += lines->text.unknown_glyphs();
  return sum;
}

}  // namespace dais::office
