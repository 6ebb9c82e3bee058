#pragma once
// Text set in a language: shaped, wrapped and measured by Pango. Lengths are PostScript points.

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <pango/pango.h>

namespace dais::office {

struct ink {
  double red = 0.1, green = 0.1, blue = 0.12;
};
inline constexpr ink dark{};
inline constexpr ink muted{0.36, 0.37, 0.4};
inline constexpr ink accent{0.09, 0.3, 0.55};

enum class alignment { start, end, center };

struct text_style {
  double size = 10;  ///< of Latin letters; Arabic and Chinese are adapted to look as large
  bool bold = false;
  bool serif = false;
  ink colour = dark;
  alignment align = alignment::start;
  bool one_line = false;  ///< cut with an ellipsis instead of wrapped
};

namespace styles {
inline constexpr text_style title{.size = 21, .bold = true, .serif = true};
inline constexpr text_style meeting{.size = 11.5, .serif = true, .colour = muted};
inline constexpr text_style heading{.size = 13, .bold = true, .serif = true};
inline constexpr text_style subheading{.size = 10.5, .bold = true};
inline constexpr text_style body{.size = 10};
inline constexpr text_style strong{.size = 10, .bold = true};
inline constexpr text_style small{.size = 8.5, .colour = muted};
inline constexpr text_style small_end{.size = 8.5, .colour = muted, .align = alignment::end};
inline constexpr text_style column{.size = 8.5, .bold = true, .colour = muted};
}  // namespace styles

/// A piece of text set to a width. Copies share the layout; one thread at a time.
class block {
public:
  struct line {
    PangoLayoutLine* shape;
    double indent;    ///< from the left edge of the block
    double baseline;  ///< from the top of the block
    double top, bottom;
    double width;
  };

  block(std::shared_ptr<PangoLayout> layout, ink colour);

  std::vector<line> const& lines() const { return x_lines; }
  double height() const { return x_lines.empty() ? 0 : x_lines.back().bottom; }
  /// Of its longest line.
  double width() const;
  ink colour() const { return x_colour; }
  /// Glyphs that no installed font has.
  int unknown_glyphs() const;

private:
  std::shared_ptr<PangoLayout> x_layout;
  std::vector<line> x_lines;
  ink x_colour;
};

/// Makes blocks for one language, on the thread that made it.
class typesetter {
public:
  explicit typesetter(std::string_view language);

  bool right_to_left() const { return x_right_to_left; }
  std::string const& language() const { return x_language; }

  /// Wraps at `width`, within a word only where the word alone is wider. Text that runs against the paper's direction
  /// is isolated, so that its punctuation stays with it. Bytes that are not UTF-8 and control characters become U+FFFD
  /// or go.
  block set(std::string_view text, text_style const& style, double width) const;

  /// A symbol or a number: always left to right. One that is wider than `width` is set smaller so that it stays on one
  /// line; only what would shrink below `smallest_symbol` of its size is broken.
  static constexpr double smallest_symbol = 0.66;
  block set_symbol(std::string_view symbol, text_style const& style, double width) const;

private:
  std::shared_ptr<PangoLayout> layout(std::string const& text, text_style const& style, double width,
                                      bool keep_whole) const;

  std::string x_language;
  bool x_right_to_left;
  std::shared_ptr<PangoContext> x_context;
};

/// Letters of one block; what is longer ends in "…". No text of the wire is longer than half of it.
inline constexpr std::size_t longest_text = 20'000;

/// Valid UTF-8 of at most `longest_text` letters: other bytes become U+FFFD, control characters but line feed and tab
/// go.
std::string readable(std::string_view text);

/// The text isolated left to right, for a symbol or an item's number within a sentence; `set` does not break it.
std::string left_to_right(std::string_view text);

}  // namespace dais::office
