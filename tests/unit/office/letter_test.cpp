#include "server/office/letter.hpp"

#include <set>

#include "server/catalogue/dates.hpp"
#include "server/catalogue/message.hpp"
#include "server/catalogue/money.hpp"
#include "server/office/compose.hpp"
#include "tests/unit/office/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::office::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class letters : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(, letters, ::testing::ValuesIn(six), [](auto const& name) { return name.param; });

MATCHER_P(says_words, words, "") { return says(arg, words); }

std::string text_of(letter_paper const& paper) { return all(texts_of(print(paper).value())); }

std::string message(std::string const& language, std::string const& key, catalogue::arguments const& values = {}) {
  return catalogue::format(language, "paper.letter." + key, values);
}

TEST_P(letters, an_award_says_what_is_granted_and_until_when_it_can_be_accepted) {
  auto const paper = award_letter(GetParam());
  auto const& award = std::get<letter_award>(paper.decision);
  auto const text = text_of(paper);
  EXPECT_THAT(text, says_words(message(GetParam(), "award.title")));
  EXPECT_THAT(text, says_words(paper.head.meeting_name));
  EXPECT_THAT(text, HasSubstr("Amina Example"));
  EXPECT_THAT(text, HasSubstr("a-0017"));
  EXPECT_THAT(text, says_words(paper.delegation));
  EXPECT_THAT(text, says_words(award.package));
  for (auto const& each : award.costs) {
    EXPECT_THAT(text, says_words(each.what));
    EXPECT_THAT(text, says_words(catalogue::format_money(GetParam(), each.amount, "CHF")));
  }
  EXPECT_THAT(text, says_words(catalogue::format_money(GetParam(), award.total, "CHF")));
  EXPECT_THAT(text, says_words(catalogue::format_moment(GetParam(), award.answer_by, "Europe/Zurich")));
  EXPECT_THAT(text, says_words(message(GetParam(), "award.cancel")));
  EXPECT_THAT(text, Not(HasSubstr("paper.")));
  EXPECT_THAT(text, Not(HasSubstr("{")));
}

TEST_P(letters, every_reason_of_a_refusal_has_its_own_sentence) {
  using enum refusal_cause;
  std::set<std::string> sentences;
  for (auto const cause : {funds, no_eligible_fund, delegation_cap, ceiling, gates, held, other}) {
    letter_refusal const why{cause, {"Example label"}, protocol::centimes{50000}, std::nullopt};
    auto const words = refusal_words(why, GetParam(), "CHF");
    EXPECT_TRUE(sentences.insert(words).second) << words;
    EXPECT_THAT(words, Not(HasSubstr("paper.")));
    auto const text = text_of(refusal_letter(GetParam(), why));
    EXPECT_THAT(text, says_words(words));
    EXPECT_THAT(text, says_words(message(GetParam(), "refusal.no_place")));
    EXPECT_EQ(text.contains("Example label"), cause == ceiling || cause == gates || cause == held) << words;
    EXPECT_EQ(says(text, catalogue::format_money(GetParam(), {50000}, "CHF")), cause == funds) << words;
  }
}

TEST_P(letters, a_refusal_gives_the_place_on_the_waiting_list_and_whom_to_ask) {
  auto const text = text_of(refusal_letter(GetParam(), {refusal_cause::funds, {}, protocol::centimes{1}, 4}));
  EXPECT_THAT(text, says_words(message(GetParam(), "refusal.place", {{"place", 4}})));
  EXPECT_THAT(text, Not(says_words(message(GetParam(), "refusal.no_place"))));
  EXPECT_THAT(text, says_words(message(GetParam(), "refusal.ask", {{"reference", "a-0017"}})));
}

TEST_P(letters, every_letter_has_a_glyph_and_the_file_its_language) {
  for (auto const& paper :
       {award_letter(GetParam()), refusal_letter(GetParam(), {refusal_cause::gates, {"x"}, {}, {}})}) {
    EXPECT_EQ(unknown_glyphs(compose(paper).finish()), 0);
    auto const bytes = print(paper).value();
    EXPECT_THAT(bytes, HasSubstr("/Lang (" + GetParam() + ")"));
    EXPECT_EQ(bytes.contains("/Direction /R2L"), GetParam() == "ar");
    EXPECT_THAT(info_of(bytes), HasSubstr("Tagged:          yes"));
    EXPECT_TRUE(bytes == print(paper).value());
  }
}

TEST_P(letters, an_award_of_sixteen_costs_is_one_or_two_pages) {
  auto paper = award_letter(GetParam());
  auto& award = std::get<letter_award>(paper.decision);
  award.costs.assign(16, {"Cost", {100}});
  EXPECT_LE(texts_of(print(paper).value()).size(), 2U);
}

TEST(letter, without_the_amount_that_lacked_gives_no_amount) {
  auto const words = refusal_words({refusal_cause::funds, {}, {}, {}}, "en", "CHF");
  EXPECT_EQ(words, message("en", "refusal.other"));
}

}  // namespace
}  // namespace dais::office::test
