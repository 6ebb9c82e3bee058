#pragma once
// What all papers share: the head of the first page, the running lines of the others, page numbers.

#include <string>
#include <string_view>

#include "server/office/flow.hpp"
#include "server/office/paper.hpp"
#include "server/office/typesetter.hpp"

namespace dais::office {

/// Composes one paper: add to `text`, then print.
class press {
public:
  press(masthead const& head, std::string title, page_format format = {});

  flow text;
  typesetter type;

  double measure() const { return text.format().measure(); }
  /// The word of the catalogue in the paper's language, under "paper.".
  std::string word(std::string_view key) const;

  /// Meeting, title, dates and place, and a line of `summary` ("112 delegations · 487 participants"), which may be
  /// empty.
  void add_title(std::string const& summary);
  void add_heading(std::string const& words, bool first_level = true);
  void add_paragraph(std::string const& words, text_style const& style = styles::body, double below = 8);

  /// Every page shall carry this notice in a frame above its text.
  void notice_on_every_page(std::string words) { x_notice = std::move(words); }
  /// Shown on top of every page at the end edge: a document's symbol.
  void symbol_on_every_page(std::string symbol) { x_symbol = std::move(symbol); }

  /// Pages as they will be drawn, with what stands around the text.
  std::vector<page> finish();
  pdf print();

private:
  void furnish(page& on, std::size_t number, std::size_t pages) const;

  masthead const& x_head;
  std::string x_title;
  std::string x_notice;
  std::string x_symbol;
};

/// Glyphs of all pages that no installed font has.
int unknown_glyphs(std::vector<page> const& pages);

}  // namespace dais::office
