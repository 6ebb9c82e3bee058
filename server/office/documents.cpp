#include <string>

#include "server/catalogue/language.hpp"
#include "server/catalogue/message.hpp"
#include "server/office/compose.hpp"

namespace dais::office {
namespace {

constexpr double symbol_width = 150, items_width = 56, languages_width = 98, gap = 10;

struct columns {
  double title_start, title_width, items_start, languages_start;
};

columns columns_of(press const& on) {
  auto const languages = on.measure() - languages_width;
  auto const items = languages - gap - items_width;
  auto const title = symbol_width + gap;
  return {title, items - gap - title, items, languages};
}

element row(std::vector<cell> cells) {
  return {.cells = std::move(cells), .below = 10, .rule_below = true, .row_tag = "TR"};
}

element head(press const& on) {
  auto const at = columns_of(on);
  auto const one = [&](char const* key, double start, double width) {
    return cell{on.type.set(on.word(key), styles::column, width), start, width, "TH"};
  };
  return row({one("documents.symbol", 0, symbol_width), one("documents.name", at.title_start, at.title_width),
              one("documents.items", at.items_start, items_width),
              one("documents.languages", at.languages_start, languages_width)});
}

std::string joined(press const& on, std::vector<std::string> const& items) {
  std::string out;
  for (auto const& item : items)
    out += (out.empty() ? "" : "\n") + (on.type.right_to_left() ? left_to_right(item) : item);
  return out;
}

std::string language_names(press const& on, std::vector<std::string> const& languages) {
  std::vector<std::string> names;
  for (auto const& language : languages) names.push_back(catalogue::language_name(on.type.language(), language));
  return catalogue::list(on.type.language(), names);
}

element line(press const& on, listed_document const& one) {
  auto const at = columns_of(on);
  auto const symbol = one.symbol.empty() ? std::string("—") : one.symbol;
  auto plain = styles::small;
  plain.colour = dark;
  auto bold = styles::strong;
  bold.size = 9.5;
  return row({{on.type.set_symbol(symbol, bold, symbol_width), 0, symbol_width, "TH"},
              {on.type.set(one.title, styles::body, at.title_width), at.title_start, at.title_width, "TD"},
              {on.type.set(joined(on, one.items), styles::body, items_width), at.items_start, items_width, "TD"},
              {on.type.set(language_names(on, one.languages), plain, languages_width), at.languages_start,
               languages_width, "TD"}});
}

}  // namespace

press compose(document_list_paper const& paper) {
  press on(paper.head, catalogue::format(paper.head.language, "paper.documents.title"));
  on.add_title(catalogue::format(paper.head.language, "paper.documents.count", {{"count", paper.documents.size()}}));
  if (paper.documents.empty()) {
    on.add_paragraph(on.word("documents.empty"));
    return on;
  }
  on.text.open("Table");
  auto const top = head(on);
  on.text.add([&] {
    auto first = top;
    first.keep_with_next = true;
    return first;
  }());
  on.text.repeat_on_top({top});
  for (auto const& one : paper.documents) on.text.add(line(on, one));
  on.text.close();
  return on;
}

}  // namespace dais::office
