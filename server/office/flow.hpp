#pragma once
// Blocks flow into pages: what belongs together stays together, rows are not split, heads come again on the next page.

#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "server/office/typesetter.hpp"

namespace dais::office {

/// Lengths in points. `start` is the left edge in English and the right edge in Arabic.
struct page_format {
  double width = 595.276, height = 841.89;
  double side = 62, top = 84, bottom = 78;
  double measure() const { return width - 2 * side; }
  double body() const { return height - top - bottom; }
};

/// What is drawn on a page, in reading order. x is from the left, y from the top of the page.
struct drawn_lines {
  block text;
  std::size_t first, last;  ///< lines [first, last)
  double x, y;              ///< of the top left of line `first`
};
struct drawn_rule {
  double x, y, width, weight;
  ink colour;
};
struct drawn_frame {
  double x, y, width, height;
  ink colour;
};
/// Structure of a tagged PDF: "H1", "P", "Table", "TR", "TD" …; an empty name closes the innermost.
struct drawn_tag {
  std::string name;
};
/// An entry of the PDF's table of contents, pointing to y on this page.
struct drawn_bookmark {
  std::string words;
  int level;  ///< 1 or 2
  double y;
};
using drawn = std::variant<drawn_lines, drawn_rule, drawn_frame, drawn_tag, drawn_bookmark>;
using page = std::vector<drawn>;

/// A block in a column. `start` is from the start edge of the text.
struct cell {
  block text;
  double start = 0, width = 0;
  std::string tag = "P";
  double drop =
      0;  ///< set by `flow`: how much lower the text begins, so that the first lines of a row share a baseline
};

/// One row of cells, or a paragraph where it has one cell.
struct element {
  std::vector<cell> cells;
  double above = 0, below = 0;  ///< space; `above` falls away at the top of a page
  bool keep_with_next = false;
  bool breakable = false;  ///< may go on on the next page, two lines at least on each side
  bool rule_below = false;
  std::string row_tag;   ///< "TR" around the cells
  std::string bookmark;  ///< words, empty for none
  int bookmark_level = 1;

  double height() const;
};

class flow {
public:
  flow(page_format format, bool right_to_left) : x_format(format), x_right_to_left(right_to_left) {
    x_pages.emplace_back();
  }

  page_format const& format() const { return x_format; }

  void add(element next);
  /// These come on top of every page that an element added from now on starts; untagged, for they are said already.
  void repeat_on_top(std::vector<element> head);
  void open(std::string tag);
  void close();

  /// All pages; nothing may be added afterwards.
  std::vector<page> finish();

private:
  using heads = std::shared_ptr<std::vector<element> const>;
  using waiting_part = std::variant<element, drawn_tag>;
  struct waiting {
    waiting_part part;
    heads on_top;
  };

  double left() const { return x_format.body() - x_used; }
  void settle();
  void turn_page(heads const& on_top);
  void place(element const& one, heads const& on_top);
  void place_split(element const& one, heads const& on_top);
  void draw(element const& one, std::vector<std::size_t> const& from, std::vector<std::size_t> const& to, bool tagged);
  double x_of(cell const& one) const;

  page_format x_format;
  bool x_right_to_left;
  std::vector<page> x_pages;
  double x_used = 0;
  bool x_fresh = true;  ///< nothing but heads on this page
  std::vector<waiting> x_waiting;
  heads x_on_top;
};

}  // namespace dais::office
