#include "server/office/flow.hpp"

#include <algorithm>
#include <utility>

namespace dais::office {
namespace {

double text_height(element const& one) {
  double most = 0;
  for (auto const& cell : one.cells) most = std::max(most, cell.drop + cell.text.height());
  return most;
}

std::vector<std::size_t> ends_of(element const& one) {
  std::vector<std::size_t> out;
  for (auto const& cell : one.cells) out.push_back(cell.text.lines().size());
  return out;
}

/// How many lines from `first` on fit into `room`; of a text that goes on, two at least stay on each side.
std::size_t last_that_fits(block const& text, std::size_t first, double room) {
  auto const& lines = text.lines();
  auto last = first;
  while (last < lines.size() && lines[last].bottom - lines[first].top <= room) ++last;
  if (last == lines.size()) return last;
  if (lines.size() - last < 2 && last > first + 2) --last;
  return last - first < 2 ? first : last;
}

double drop_of(cell const& one, std::size_t from) { return from == 0 ? one.drop : 0; }

/// Lets the first lines of a row stand on one baseline.
void align_baselines(element& row) {
  double lowest = 0;
  for (auto const& cell : row.cells) lowest = std::max(lowest, cell.text.lines().front().baseline);
  for (auto& cell : row.cells) cell.drop = lowest - cell.text.lines().front().baseline;
}

double height_between(element const& one, std::vector<std::size_t> const& from, std::vector<std::size_t> const& to) {
  double most = 0;
  for (std::size_t at = 0; at < one.cells.size(); ++at)
    if (from[at] < to[at])
      most = std::max(most, drop_of(one.cells[at], from[at]) + one.cells[at].text.lines()[to[at] - 1].bottom -
                                one.cells[at].text.lines()[from[at]].top);
  return most;
}

double height_of_heads(std::shared_ptr<std::vector<element> const> const& heads) {
  double sum = 0;
  if (heads)
    for (auto const& head : *heads) sum += text_height(head) + head.below;
  return sum;
}

}  // namespace

double element::height() const { return above + text_height(*this) + below; }

void flow::add(element next) {
  auto const keep = next.keep_with_next;
  align_baselines(next);
  x_waiting.push_back({std::move(next), x_on_top});
  if (!keep) settle();
}

void flow::repeat_on_top(std::vector<element> head) {
  for (auto& one : head) align_baselines(one);
  x_on_top = head.empty() ? nullptr : std::make_shared<std::vector<element> const>(std::move(head));
}

void flow::open(std::string tag) { x_waiting.push_back({drawn_tag{std::move(tag)}, x_on_top}); }

void flow::close() {
  settle();
  x_pages.back().push_back(drawn_tag{});
}

std::vector<page> flow::finish() {
  settle();
  return std::move(x_pages);
}

/// Places what waited for the end of its group: on this page if all of it fits, else on the next one.
void flow::settle() {
  double whole = 0;
  heads first_heads;
  bool seen = false;
  element const* last = nullptr;
  for (auto const& one : x_waiting)
    if (auto const* part = std::get_if<element>(&one.part)) {
      whole += part->height();
      if (!std::exchange(seen, true)) first_heads = one.on_top;
      last = part;
    }
  if (last) {
    whole -= last->below;
    if (last->breakable)
      whole -= text_height(*last) - std::min(text_height(*last), 3 * last->cells.front().text.lines().front().bottom);
    if (whole > left() && whole <= x_format.body() && !x_fresh) turn_page(first_heads);
  }
  for (auto const& one : std::exchange(x_waiting, {})) {
    if (auto const* part = std::get_if<element>(&one.part))
      place(*part, one.on_top);
    else
      x_pages.back().push_back(std::get<drawn_tag>(one.part));
  }
}

void flow::turn_page(heads const& on_top) {
  x_pages.emplace_back();
  x_used = 0;
  x_fresh = true;
  if (!on_top) return;
  for (auto const& head : *on_top) {
    draw(head, std::vector<std::size_t>(head.cells.size(), 0), ends_of(head), false);
    x_used += text_height(head) + head.below;
  }
}

void flow::place(element const& one, heads const& on_top) {
  auto const above = x_fresh ? 0 : one.above;
  if (above + text_height(one) > left()) {
    if (one.breakable || text_height(one) > x_format.body() - height_of_heads(on_top)) return place_split(one, on_top);
    turn_page(on_top);
  } else {
    x_used += above;
  }
  draw(one, std::vector<std::size_t>(one.cells.size(), 0), ends_of(one), true);
  x_used += text_height(one) + one.below;
  x_fresh = false;
}

void flow::place_split(element const& one, heads const& on_top) {
  std::vector<std::size_t> from(one.cells.size(), 0);
  auto const ends = ends_of(one);
  x_used += x_fresh ? 0 : one.above;
  while (from != ends) {
    auto to = from;
    for (std::size_t at = 0; at < from.size(); ++at)
      to[at] = last_that_fits(one.cells[at].text, from[at], left() - drop_of(one.cells[at], from[at]));
    if (to == from && x_fresh) to = ends;
    if (to != from) {
      draw(one, from, to, true);
      x_used += height_between(one, from, to);
      x_fresh = false;
    }
    from = to;
    if (from != ends) turn_page(on_top);
  }
  x_used += one.below;
}

void flow::draw(element const& one, std::vector<std::size_t> const& from, std::vector<std::size_t> const& to,
                bool tagged) {
  auto& on = x_pages.back();
  auto const y = x_format.top + x_used;
  auto const begins = std::ranges::all_of(from, [](auto line) { return line == 0; });
  if (tagged && begins && !one.bookmark.empty()) on.push_back(drawn_bookmark{one.bookmark, one.bookmark_level, y});
  auto const row = tagged && !one.row_tag.empty();
  if (row) on.push_back(drawn_tag{one.row_tag});
  for (std::size_t at = 0; at < one.cells.size(); ++at) {
    auto const& cell = one.cells[at];
    if (tagged) on.push_back(drawn_tag{cell.tag});
    if (from[at] < to[at])
      on.push_back(drawn_lines{cell.text, from[at], to[at], x_of(cell), y + drop_of(cell, from[at])});
    if (tagged) on.push_back(drawn_tag{});
  }
  if (row) on.push_back(drawn_tag{});
  if (one.rule_below && to == ends_of(one))
    on.push_back(drawn_rule{
        x_format.side, y + height_between(one, from, to) + one.below / 2, x_format.measure(), 0.4, {0.8, 0.81, 0.83}});
}

double flow::x_of(cell const& one) const {
  return x_right_to_left ? x_format.width - x_format.side - one.start - one.width : x_format.side + one.start;
}

}  // namespace dais::office
