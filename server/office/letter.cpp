#include "server/office/letter.hpp"

#include <boost/describe/enum_to_string.hpp>

#include "server/catalogue/dates.hpp"
#include "server/catalogue/language.hpp"
#include "server/catalogue/message.hpp"
#include "server/catalogue/money.hpp"
#include "server/office/compose.hpp"

namespace dais::office {
namespace {

constexpr double amount_width = 130, gap = 12, mark_width = 16;

std::string say(letter_paper const& paper, std::string_view key, catalogue::arguments const& values = {}) {
  return catalogue::format(paper.head.language, "paper.letter." + std::string(key), values);
}

void add_point(press& on, std::string const& words) {
  auto const width = on.measure() - mark_width;
  on.text.add({.cells = {{on.type.set("•", styles::body, mark_width), 0, mark_width, "Lbl"},
                         {on.type.set(words, styles::body, width), mark_width, width, "LBody"}},
               .below = 4,
               .row_tag = "LI"});
}

void add_amount(press& on, std::string const& what, std::string const& amount, bool total) {
  auto style = total ? styles::strong : styles::body;
  auto const width = on.measure() - amount_width - gap, start = width + gap;
  auto const words = on.type.set(what, style, width);
  style.align = alignment::end;
  on.text.add(
      {.cells = {{words, 0, width, "TH"}, {on.type.set(amount, style, amount_width), start, amount_width, "TD"}},
       .below = 5,
       .keep_with_next = !total,
       .rule_below = true,
       .row_tag = "TR"});
}

void add_address(press& on, letter_paper const& paper) {
  on.add_paragraph(
      catalogue::format_date(paper.head.language, catalogue::day_in(paper.head.as_of, paper.head.time_zone)),
      styles::body, 12);
  on.add_paragraph(paper.name, styles::strong, 2);
  on.add_paragraph(paper.delegation, styles::body, 14);
  on.add_paragraph(say(paper, "salutation"), styles::body, 10);
}

void add_closing(press& on, letter_paper const& paper) {
  on.add_paragraph("", styles::body, 4);
  on.add_paragraph(say(paper, "closing"), styles::body, 14);
  on.add_paragraph(say(paper, "signature"), styles::strong);
}

void add_decision(press& on, letter_paper const& paper, letter_award const& award) {
  auto const& language = paper.head.language;
  auto const money = [&](protocol::centimes amount) {
    return catalogue::format_money(language, amount, paper.currency);
  };
  on.add_paragraph(say(paper, "award.opening", {{"meeting", paper.head.meeting_name}}));
  on.add_heading(say(paper, "award.granted"), false);
  on.add_paragraph(say(paper, "award.package", {{"package", award.package}}));
  on.text.open("Table");
  for (auto const& each : award.costs) add_amount(on, each.what, money(each.amount), false);
  add_amount(on, say(paper, "award.total"), money(award.total), true);
  on.text.close();
  on.add_heading(say(paper, "award.answer"), false);
  on.add_paragraph(say(paper, "award.answer_by",
                       {{"when", catalogue::format_moment(language, award.answer_by, paper.head.time_zone)},
                        {"reference", left_to_right(paper.reference)}}));
  on.add_heading(say(paper, "award.conditions"), false);
  on.text.open("L");
  for (auto const* key : {"award.personal", "award.covers", "award.cancel"}) add_point(on, say(paper, key));
  on.text.close();
}

void add_decision(press& on, letter_paper const& paper, letter_refusal const& refusal) {
  on.add_paragraph(say(paper, "refusal.opening", {{"meeting", paper.head.meeting_name}}));
  on.add_heading(say(paper, "refusal.reason"), false);
  on.add_paragraph(refusal_words(refusal, paper.head.language, paper.currency));
  if (refusal.cause == refusal_cause::gates) {
    on.text.open("L");
    for (auto const& each : refusal.labels) add_point(on, each);
    on.text.close();
  }
  on.add_heading(say(paper, "refusal.waiting"), false);
  on.add_paragraph(refusal.place ? say(paper, "refusal.place", {{"place", *refusal.place}})
                                 : say(paper, "refusal.no_place"));
  on.add_heading(say(paper, "refusal.questions"), false);
  on.add_paragraph(say(paper, "refusal.ask", {{"reference", left_to_right(paper.reference)}}));
}

}  // namespace

std::string refusal_words(letter_refusal const& refusal, std::string const& language, std::string const& currency) {
  auto cause = refusal.cause;
  if (cause == refusal_cause::funds && !refusal.lacking) cause = refusal_cause::other;
  catalogue::arguments values;
  if (cause == refusal_cause::funds)
    values.emplace("amount", catalogue::format_money(language, *refusal.lacking, currency));
  if (cause == refusal_cause::ceiling || cause == refusal_cause::held)
    values.emplace("label", catalogue::list(language, refusal.labels));
  return catalogue::format(
      language, "paper.letter.refusal." + std::string(boost::describe::enum_to_string(cause, "other")), values);
}

press compose(letter_paper const& paper) {
  auto const* const award = std::get_if<letter_award>(&paper.decision);
  press on(paper.head, say(paper, award ? "award.title" : "refusal.title"));
  on.add_title(say(paper, "reference", {{"reference", left_to_right(paper.reference)}}));
  add_address(on, paper);
  std::visit([&](auto const& decision) { add_decision(on, paper, decision); }, paper.decision);
  add_closing(on, paper);
  return on;
}

}  // namespace dais::office
