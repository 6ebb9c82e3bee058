#include "server/office/pdf_file.hpp"

#include <charconv>
#include <memory>
#include <optional>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

namespace dais::office {
namespace {

using surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using canvas = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

cairo_status_t append(void* to, unsigned char const* bytes, unsigned size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<char const*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

/// Draws one page; remembers which tags are open, for structure goes on across pages.
class painter {
public:
  painter(cairo_t* to, cairo_surface_t* surface) : x_to(to), x_surface(surface) {}

  void begin_page() { ++x_page; }
  void operator()(drawn_lines const& text) {
    auto const& lines = text.text.lines();
    auto const colour = text.text.colour();
    cairo_set_source_rgb(x_to, colour.red, colour.green, colour.blue);
    for (auto at = text.first; at < text.last; ++at) {
      cairo_move_to(x_to, text.x + lines[at].indent, text.y + lines[at].baseline - lines[text.first].top);
      pango_cairo_show_layout_line(x_to, lines[at].shape);
    }
  }
  void operator()(drawn_rule const& rule) {
    cairo_set_source_rgb(x_to, rule.colour.red, rule.colour.green, rule.colour.blue);
    cairo_rectangle(x_to, rule.x, rule.y, rule.width, rule.weight);
    cairo_fill(x_to);
  }
  void operator()(drawn_frame const& frame) {
    cairo_set_source_rgb(x_to, frame.colour.red, frame.colour.green, frame.colour.blue);
    cairo_set_line_width(x_to, 0.8);
    cairo_rectangle(x_to, frame.x, frame.y, frame.width, frame.height);
    cairo_stroke(x_to);
  }
  void operator()(drawn_tag const& tag) {
    if (!tag.name.empty()) {
      x_open.push_back(tag.name);
      cairo_tag_begin(x_to, tag.name.c_str(), nullptr);
    } else if (!x_open.empty()) {
      cairo_tag_end(x_to, x_open.back().c_str());
      x_open.pop_back();
    }
  }
  void operator()(drawn_bookmark const& mark) {
    auto const where = "page=" + std::to_string(x_page) + " pos=[0 " + std::to_string(static_cast<int>(mark.y)) + "]";
    auto const parent = mark.level == 1 ? CAIRO_PDF_OUTLINE_ROOT : x_chapter;
    auto const made = cairo_pdf_surface_add_outline(x_surface, parent, mark.words.c_str(), where.c_str(),
                                                    static_cast<cairo_pdf_outline_flags_t>(0));
    if (mark.level == 1) x_chapter = made;
  }

private:
  cairo_t* x_to;
  cairo_surface_t* x_surface;
  std::vector<std::string> x_open;
  int x_page = 0;
  int x_chapter = CAIRO_PDF_OUTLINE_ROOT;
};

std::optional<std::size_t> number_after(std::string_view text, std::string_view word) {
  auto const at = text.find(word);
  if (at == std::string_view::npos) return std::nullopt;
  auto rest = text.substr(at + word.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(" \n"), rest.size()));
  std::size_t number = 0;
  auto const [stop, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  return fault == std::errc{} ? std::optional(number) : std::nullopt;
}

std::string ten_digits(std::size_t number) {
  auto digits = std::to_string(number);
  return std::string(10 - std::min<std::size_t>(10, digits.size()), '0') + digits;
}

}  // namespace

pdf write_pdf(std::vector<page> const& pages, page_format const& format, pdf_facts const& facts) {
  if (pages.size() > max_pages) return std::unexpected(paper_error::too_many_pages);
  std::string bytes;
  {
    surface const file(cairo_pdf_surface_create_for_stream(append, &bytes, format.width, format.height),
                       cairo_surface_destroy);
    cairo_pdf_surface_restrict_to_version(file.get(), CAIRO_PDF_VERSION_1_4);
    auto const date = protocol::to_string(std::chrono::floor<std::chrono::seconds>(facts.created)).substr(0, 19) + "Z";
    cairo_pdf_surface_set_metadata(file.get(), CAIRO_PDF_METADATA_TITLE, facts.title.c_str());
    cairo_pdf_surface_set_metadata(file.get(), CAIRO_PDF_METADATA_SUBJECT, facts.subject.c_str());
    cairo_pdf_surface_set_metadata(file.get(), CAIRO_PDF_METADATA_CREATOR, "Dais");
    cairo_pdf_surface_set_metadata(file.get(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    canvas const to(cairo_create(file.get()), cairo_destroy);
    painter paint(to.get(), file.get());
    paint(drawn_tag{"Document"});
    for (auto const& one : pages) {
      paint.begin_page();
      for (auto const& part : one) std::visit(paint, part);
      if (&one == &pages.back()) paint(drawn_tag{});
      cairo_show_page(to.get());
    }
    cairo_surface_finish(file.get());
    if (cairo_status(to.get()) != CAIRO_STATUS_SUCCESS || cairo_surface_status(file.get()) != CAIRO_STATUS_SUCCESS)
      return std::unexpected(paper_error::failed);
  }
  return with_language(std::move(bytes), facts.language, facts.right_to_left);
}

pdf with_language(std::string bytes, std::string_view language, bool right_to_left) {
  auto const failed = std::unexpected(paper_error::failed);
  auto const end = bytes.rfind("\ntrailer");
  if (end == std::string::npos) return failed;
  auto const trailer = std::string_view(bytes).substr(end);
  auto const root = number_after(trailer, "/Root"), size = number_after(trailer, "/Size"),
             info = number_after(trailer, "/Info"), table = number_after(trailer, "startxref");
  if (!root || !size || !info || !table) return failed;
  auto const name = std::to_string(*root) + " 0 obj\n<<";
  auto const catalog = bytes.rfind("\n" + name);
  if (catalog == std::string::npos) return failed;
  auto const inside = catalog + 1 + name.size();
  auto const close = bytes.find("\nendobj", inside);
  if (close == std::string::npos) return failed;

  auto const entries = bytes.substr(inside, close - inside);
  bytes += '\n';
  auto const object = bytes.size();
  bytes += name + " /Lang (" + std::string(language) + ")\n   /ViewerPreferences << /DisplayDocTitle true" +
           (right_to_left ? " /Direction /R2L" : "") + " >>" + entries + "\nendobj\n";
  auto const update = bytes.size();
  bytes += "xref\n" + std::to_string(*root) + " 1\n" + ten_digits(object) + " 00000 n \ntrailer\n<< /Size " +
           std::to_string(*size) + "\n   /Root " + std::to_string(*root) + " 0 R\n   /Info " + std::to_string(*info) +
           " 0 R\n   /Prev " + std::to_string(*table) + "\n>>\nstartxref\n" + std::to_string(update) + "\n%%EOF\n";
  return bytes;
}

}  // namespace dais::office
