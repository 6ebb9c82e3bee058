#include <string>
#include <vector>

#include "server/catalogue/dates.hpp"
#include "server/catalogue/language.hpp"
#include "server/catalogue/message.hpp"
#include "server/office/compose.hpp"

namespace dais::office {
namespace {

constexpr double number_width = 30;
/// Room for the notice above the text.
constexpr page_format sample_page{.top = 116};

}  // namespace

std::vector<std::string> sample_paragraphs(std::string const& language, std::string const& symbol,
                                           std::string const& title) {
  auto const stands_in = symbol.empty() ? "paper.sample.stands_in_unnumbered" : "paper.sample.stands_in";
  catalogue::arguments values{{"title", title}};
  if (!symbol.empty()) values.emplace("symbol", left_to_right(symbol));
  return {catalogue::format(language, stands_in, values), catalogue::format(language, "paper.sample.not_official"),
          catalogue::format(language, "paper.sample.where")};
}

press compose(sample_document const& paper) {
  auto const& language = paper.head.language;
  press on(paper.head, paper.title, sample_page);
  on.notice_on_every_page(on.word("sample.notice"));
  on.symbol_on_every_page(paper.symbol);
  on.add_title(catalogue::format(language, "paper.sample.language",
                                 {{"language", catalogue::language_name(language, language)}}));
  auto const width = on.measure() - number_width;
  for (std::size_t at = 0; at < paper.paragraphs.size(); ++at)
    on.text.add({.cells = {{on.type.set(std::to_string(at + 1) + (on.type.right_to_left() ? "-" : "."), styles::body,
                                        number_width),
                            0, number_width, "Lbl"},
                           {on.type.set(paper.paragraphs[at], styles::body, width), number_width, width, "P"}},
                 .below = 9,
                 .breakable = true});
  return on;
}

}  // namespace dais::office
