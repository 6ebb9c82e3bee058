#include <map>
#include <string>

#include "server/catalogue/dates.hpp"
#include "server/catalogue/message.hpp"
#include "server/office/compose.hpp"

#include <boost/describe/enum_to_string.hpp>

namespace dais::office {
namespace {

constexpr double number_width = 44, step = 26, state_width = 128, hours_width = 92, gap = 10;

std::string state_words(press const& on, item_state state) {
  return catalogue::format(on.type.language(), "paper.agenda.state",
                           {{"state", boost::describe::enum_to_string(state, "pending")}});
}

void add_item(press& on, agenda_item const& item, int depth) {
  auto const start = depth * step;
  auto const words = state_words(on, item.state);
  auto const state_start = on.measure() - state_width;
  auto const title_width = (words.empty() ? on.measure() : state_start - gap) - start - number_width;
  auto const& style = depth == 0 ? styles::strong : styles::body;
  std::vector<cell> cells{{on.type.set_symbol(item.number, style, number_width - 6), start, number_width - 6, "Lbl"},
                          {on.type.set(item.title, style, title_width), start + number_width, title_width, "LBody"}};
  if (!words.empty())
    cells.push_back({on.type.set(words, styles::small_end, state_width), state_start, state_width, "Span"});
  on.text.add(
      {.cells = std::move(cells), .below = 6, .keep_with_next = depth == 0 && !item.children.empty(), .row_tag = "LI"});
  for (auto const& child : item.children) add_item(on, child, depth + 1);
}

using titles = std::map<std::string, std::string>;

void collect(std::vector<agenda_item> const& items, titles& into) {
  for (auto const& item : items) {
    into[item.number] = item.title;
    collect(item.children, into);
  }
}

/// Hours at the start, beside them the session's title and one line for each of its items; a session stays on one page.
void add_session(press& on, work_session const& session, std::string const& zone, titles const& known) {
  auto const hours = catalogue::format_hours(on.type.language(), session.starts, session.ends, zone);
  auto const width = on.measure() - hours_width;
  std::vector<std::vector<cell>> lines;
  if (!session.title.empty())
    lines.push_back({{on.type.set(session.title, styles::strong, width), hours_width, width, "TD"}});
  for (auto const& number : session.items) {
    auto const title = known.find(number);
    auto const words = title == known.end() ? std::string() : title->second;
    lines.push_back({{on.type.set_symbol(number, styles::body, number_width - 6), hours_width, number_width - 6, "TD"},
                     {on.type.set(words, styles::body, width - number_width), hours_width + number_width,
                      width - number_width, "TD"}});
  }
  if (lines.empty()) {
    auto style = styles::body;
    style.colour = muted;
    lines.push_back({{on.type.set(on.word("programme.nothing"), style, width), hours_width, width, "TD"}});
  }
  lines.front().insert(lines.front().begin(),
                       {on.type.set_symbol(hours, styles::strong, hours_width - gap), 0, hours_width - gap, "TH"});
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto const last = at + 1 == lines.size();
    on.text.add({.cells = std::move(lines[at]),
                 .below = last ? 10.0 : 3.0,
                 .keep_with_next = !last,
                 .rule_below = last,
                 .row_tag = "TR"});
  }
}

}  // namespace

press compose(agenda_paper const& paper) {
  press on(paper.head, catalogue::format(paper.head.language, "paper.agenda.title"));
  on.add_title("");
  if (paper.items.empty()) on.add_paragraph(on.word("agenda.empty"));
  on.text.open("L");
  for (auto const& item : paper.items) add_item(on, item, 0);
  on.text.close();
  if (paper.sessions.empty()) return on;

  titles known;
  collect(paper.items, known);
  on.add_heading(on.word("programme.title"));
  auto const& zone = paper.head.time_zone;
  for (auto session = paper.sessions.begin(); session != paper.sessions.end();) {
    auto const day = catalogue::day_in(session->starts, zone);
    on.add_heading(catalogue::format_day(paper.head.language, day), false);
    on.text.open("Table");
    for (; session != paper.sessions.end() && catalogue::day_in(session->starts, zone) == day; ++session)
      add_session(on, *session, zone, known);
    on.text.close();
  }
  return on;
}

}  // namespace dais::office
