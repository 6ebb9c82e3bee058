#include "server/office/typesetter.hpp"

#include <algorithm>

#include "server/catalogue/language.hpp"

#include <pango/pangocairo.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
/// Fontconfig and Cairo keep fonts until the process ends; their number is bounded by the fonts of the machine.
extern "C" char const* __lsan_default_suppressions();
extern "C" char const* __lsan_default_suppressions() { return "leak:libfontconfig\nleak:libcairo\nleak:libpango\n"; }
extern "C" char const* __lsan_default_options();
extern "C" char const* __lsan_default_options() { return "print_suppressions=0"; }
#endif
#endif

namespace dais::office {
namespace {

/// Fonts in the order in which they are asked for a letter, and how a script is adapted to stand beside Latin of the
/// same size.
struct face {
  char const* sans;
  char const* serif;
  double scale;
  double leading;  ///< height of a line, in sizes
};

face face_of(std::string_view language) {
  if (language.starts_with("ar") || language.starts_with("fa") || language.starts_with("ur"))
    return {"Noto Sans Arabic,Noto Sans,Noto Sans CJK SC", "Noto Sans Arabic,Noto Serif,Noto Serif CJK SC", 1.08, 1.58};
  if (language.starts_with("zh"))
    return {"Noto Sans CJK SC,Noto Sans,Noto Sans Arabic", "Noto Serif CJK SC,Noto Serif,Noto Sans Arabic", 1.0, 1.5};
  return {"Noto Sans,Noto Sans Arabic,Noto Sans CJK SC", "Noto Serif,Noto Sans Arabic,Noto Serif CJK SC", 1.0, 1.4};
}

std::shared_ptr<PangoContext> context_for(std::string const& language, bool right_to_left) {
  std::shared_ptr<PangoContext> context(pango_font_map_create_context(pango_cairo_font_map_get_default()),
                                        g_object_unref);
  pango_cairo_context_set_resolution(context.get(), 72);
  pango_context_set_language(context.get(), pango_language_from_string(language.c_str()));
  pango_context_set_base_dir(context.get(), right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions(context.get(), FALSE);
  auto* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context.get(), options);
  cairo_font_options_destroy(options);
  return context;
}

/// Bytes; a symbol that is longer may be broken.
constexpr std::size_t longest_whole_symbol = 60;
constexpr std::string_view isolate_left_to_right = "\u2066", isolate_first_strong = "\u2068", end_of_isolate = "\u2069";

/// Each line that runs against the paper's direction, isolated.
std::string isolated(std::string const& text, bool right_to_left) {
  std::string out;
  for (std::size_t from = 0, to = 0; from <= text.size(); from = to + 1) {
    to = std::min(text.find('\n', from), text.size());
    auto const line = text.substr(from, to - from);
    auto const direction = catalogue::direction_of(line);
    auto const against =
        direction == (right_to_left ? catalogue::direction::left_to_right : catalogue::direction::right_to_left);
    if (from > 0) out += '\n';
    out += against ? std::string(isolate_first_strong) + line + std::string(end_of_isolate) : line;
  }
  return out;
}

/// What `left_to_right` isolated stays on one line.
void keep_symbols_whole(std::string_view text, PangoAttrList* attributes) {
  for (auto from = text.find(isolate_left_to_right); from != text.npos;
       from = text.find(isolate_left_to_right, from + 1)) {
    auto const to = text.find(end_of_isolate, from);
    if (to == text.npos || to - from > longest_whole_symbol) continue;
    auto* whole = pango_attr_allow_breaks_new(FALSE);
    whole->start_index = static_cast<guint>(from);
    whole->end_index = static_cast<guint>(to);
    pango_attr_list_insert(attributes, whole);
  }
}

PangoAlignment pango_alignment(alignment align, bool right_to_left) {
  if (align == alignment::center) return PANGO_ALIGN_CENTER;
  return (align == alignment::start) != right_to_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

}  // namespace

std::string readable(std::string_view text) {
  auto* valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
  std::string out;
  std::size_t letters = 0;
  for (auto const* at = valid; *at; at = g_utf8_next_char(at)) {
    if (++letters > longest_text) {
      out += "…";
      break;
    }
    if (auto const letter = g_utf8_get_char(at); letter == '\n' || letter == '\t' || !g_unichar_iscntrl(letter))
      out.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
  }
  g_free(valid);
  return out;
}

block::block(std::shared_ptr<PangoLayout> layout, ink colour) : x_layout(std::move(layout)), x_colour(colour) {
  auto* at = pango_layout_get_iter(x_layout.get());
  do {
    PangoRectangle extents;
    pango_layout_iter_get_line_extents(at, nullptr, &extents);
    x_lines.push_back({pango_layout_iter_get_line_readonly(at), pango_units_to_double(extents.x),
                       pango_units_to_double(pango_layout_iter_get_baseline(at)), pango_units_to_double(extents.y),
                       pango_units_to_double(extents.y + extents.height), pango_units_to_double(extents.width)});
  } while (pango_layout_iter_next_line(at));
  pango_layout_iter_free(at);
}

double block::width() const { return std::ranges::max_element(x_lines, {}, &line::width)->width; }

int block::unknown_glyphs() const { return pango_layout_get_unknown_glyphs_count(x_layout.get()); }

typesetter::typesetter(std::string_view language)
    : x_language(language),
      x_right_to_left(catalogue::right_to_left(language)),
      x_context(context_for(x_language, x_right_to_left)) {}

std::shared_ptr<PangoLayout> typesetter::layout(std::string const& text, text_style const& style, double width,
                                                bool keep_whole) const {
  auto const face = face_of(x_language);
  auto const size = style.size * face.scale;
  auto* font = pango_font_description_from_string(style.serif ? face.serif : face.sans);
  pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);

  std::shared_ptr<PangoLayout> out(pango_layout_new(x_context.get()), g_object_unref);
  pango_layout_set_font_description(out.get(), font);
  pango_font_description_free(font);
  pango_layout_set_auto_dir(out.get(), FALSE);
  pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width(out.get(), width < 0 ? -1 : pango_units_from_double(width));
  pango_layout_set_alignment(out.get(), pango_alignment(style.align, x_right_to_left));
  if (style.one_line) {
    pango_layout_set_single_paragraph_mode(out.get(), TRUE);
    pango_layout_set_ellipsize(out.get(), PANGO_ELLIPSIZE_END);
  }
  auto* attributes = pango_attr_list_new();
  auto const tight = style.size > 16 ? 0.9 : 1.0;
  pango_attr_list_insert(attributes,
                         pango_attr_line_height_new_absolute(pango_units_from_double(size * face.leading * tight)));
  pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
  if (keep_whole) keep_symbols_whole(text, attributes);
  pango_layout_set_attributes(out.get(), attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_text(out.get(), text.data(), static_cast<int>(text.size()));
  return out;
}

block typesetter::set(std::string_view text, text_style const& style, double width) const {
  return {layout(isolated(readable(text), x_right_to_left), style, width, true), style.colour};
}

block typesetter::set_symbol(std::string_view symbol, text_style const& style, double width) const {
  auto const clean = x_right_to_left ? left_to_right(readable(symbol)) : readable(symbol);
  int natural = 0;
  pango_layout_get_size(layout(clean, style, -1, false).get(), &natural, nullptr);
  auto const fits = (width - 0.1) / std::max(pango_units_to_double(natural), 0.1);
  if (fits < smallest_symbol) return {layout(clean, style, width, false), style.colour};
  auto fitted = style;
  fitted.size *= std::min(fits, 1.0);
  auto set = layout(clean, fitted, width, false);
  auto* attributes = pango_attr_list_copy(pango_layout_get_attributes(set.get()));
  pango_attr_list_insert(attributes, pango_attr_allow_breaks_new(FALSE));
  pango_layout_set_attributes(set.get(), attributes);
  pango_attr_list_unref(attributes);
  return {std::move(set), style.colour};
}

std::string left_to_right(std::string_view text) {
  return std::string(isolate_left_to_right) + std::string(text) + std::string(end_of_isolate);
}

}  // namespace dais::office
