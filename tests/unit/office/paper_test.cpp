#include "server/office/paper.hpp"

#include "server/catalogue/dates.hpp"
#include "server/catalogue/message.hpp"
#include "server/office/compose.hpp"
#include "tests/unit/office/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::office::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class every_language : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(, every_language, ::testing::ValuesIn(six), [](auto const& name) { return name.param; });

MATCHER_P(says_words, words, "") { return says(arg, words); }

TEST_P(every_language, the_agenda_shows_items_states_and_the_programme) {
  auto const paper = agenda(GetParam());
  auto const text = all(texts_of(print(paper).value()));
  EXPECT_THAT(text, says_words(catalogue::format(GetParam(), "paper.agenda.title")));
  EXPECT_THAT(text, says_words(paper.head.meeting_name));
  for (auto const& item : paper.items) EXPECT_THAT(text, says_words(item.title));
  EXPECT_THAT(text, says_words(catalogue::format(GetParam(), "paper.agenda.state", {{"state", "open"}})));
  EXPECT_THAT(text, says_words(catalogue::format_day(GetParam(), paper.head.first_day)));
  EXPECT_THAT(text, HasSubstr("10(i"));
  EXPECT_THAT(text, HasSubstr("10:00–13:00"));
  EXPECT_THAT(text, says_words(catalogue::format(GetParam(), "paper.programme.nothing")));
}

TEST_P(every_language, the_participants_stand_under_their_delegation) {
  auto const paper = participants(GetParam(), 5, 2);
  auto const text = all(texts_of(print(paper).value()));
  for (auto const& one : paper.groups.front().delegations) EXPECT_THAT(text, says_words(one.name));
  EXPECT_THAT(text, says_words(catalogue::format(GetParam(), "paper.participants.head")));
  EXPECT_THAT(text, says_words("H.E. Ms. Amina Example-0-0"));
  EXPECT_THAT(text, says_words(catalogue::format(GetParam(), "paper.participants.people", {{"count", 10}})));
}

TEST_P(every_language, the_documents_are_listed_with_their_symbols_unbroken) {
  auto const text = all(texts_of(print(documents(GetParam())).value()));
  EXPECT_THAT(text, HasSubstr("CCM/MSP/2023/2"));
  EXPECT_THAT(text, HasSubstr("CCM/MSP/2011/WP.3/Rev.1/Amend.1"));
  EXPECT_THAT(text, says_words(catalogue::format(GetParam(), "paper.documents.count", {{"count", 3}})));
}

TEST_P(every_language, a_sample_says_so_on_every_page) {
  auto const pages = texts_of(print(sample(GetParam(), 60)).value());
  ASSERT_GE(pages.size(), 3u);
  for (auto const& page : pages) {
    EXPECT_THAT(page, says_words(catalogue::format(GetParam(), "paper.sample.notice")));
    EXPECT_THAT(page, HasSubstr("CCM/MSP/2023/2"));
  }
}

TEST_P(every_language, a_sample_names_what_it_stands_in_for) {
  auto paper = sample(GetParam(), 0);
  paper.paragraphs = sample_paragraphs(GetParam(), paper.symbol, paper.title);
  EXPECT_THAT(paper.paragraphs.front(), HasSubstr(paper.title));
  EXPECT_THAT(paper.paragraphs.front(), HasSubstr(paper.symbol));
  EXPECT_THAT(sample_paragraphs(GetParam(), "", paper.title).front(), Not(HasSubstr("{")));
  auto const text = all(texts_of(print(paper).value()));
  for (auto const& paragraph : paper.paragraphs) EXPECT_THAT(text, says_words(paragraph));
  EXPECT_EQ(unknown_glyphs(compose(paper).finish()), 0);
}

TEST_P(every_language, every_letter_has_a_glyph) {
  auto const sum = [](auto const& paper) { return unknown_glyphs(compose(paper).finish()); };
  EXPECT_EQ(sum(agenda(GetParam())), 0);
  EXPECT_EQ(sum(participants(GetParam(), 5, 2)), 0);
  EXPECT_EQ(sum(documents(GetParam())), 0);
  EXPECT_EQ(sum(sample(GetParam(), 3)), 0);
}

TEST_P(every_language, the_file_names_its_language_and_title_and_embeds_its_fonts) {
  auto const bytes = print(sample(GetParam(), 1)).value();
  EXPECT_THAT(bytes, HasSubstr("/Lang (" + GetParam() + ")"));
  EXPECT_EQ(bytes.contains("/Direction /R2L"), GetParam() == "ar");
  auto const info = info_of(bytes, "-isodates");
  EXPECT_THAT(info, HasSubstr("CCM/MSP/2023/2 – "));
  EXPECT_THAT(info, HasSubstr("2023-09-11T"));
  EXPECT_THAT(info, HasSubstr("Tagged:          yes"));
  EXPECT_THAT(info, HasSubstr("(A4)"));
  auto const fonts = fonts_of(bytes);
  EXPECT_THAT(fonts, HasSubstr("+Noto"));
  EXPECT_THAT(fonts, Not(HasSubstr(" no  yes yes")));
}

TEST_P(every_language, the_same_paper_gives_the_same_bytes) {
  EXPECT_TRUE(print(participants(GetParam(), 5, 2)).value() == print(participants(GetParam(), 5, 2)).value());
}

TEST(paper, a_name_in_any_script_has_its_glyphs) {
  auto paper = participants("en", 1, 1);
  for (auto const* name :
       {"ສົມພອນ ຕົວຢ່າງ", "උදාහරණ නිමල්", "ምሳሌ ሰላም", "उदाहरण देवी", "ตัวอย่าง", "მაგალითი", "Օրինակ", "ឧទាហរណ៍", "דוגמה",
        "উদাহরণ", "စံပြ", "Παράδειγμα", "Жишээ", "Nguyễn Ví Dụ", "例子", "예시", "見本"})
    paper.groups.front().delegations.front().members.push_back({"Example", name, "", "", member_rank::member});
  EXPECT_EQ(unknown_glyphs(compose(paper).finish()), 0);
}

TEST(paper, its_structure_can_be_read_aloud) {
  auto const structure = info_of(print(documents("en")).value(), "-struct-text");
  EXPECT_THAT(structure, HasSubstr("H1 (block)\n    \"List of documents\""));
  EXPECT_THAT(structure, HasSubstr("Table"));
  EXPECT_THAT(structure, HasSubstr("TH\n        \"CCM/MSP/2023/2\""));
}

TEST(paper, pages_are_numbered_out_of_their_sum) {
  auto const pages = texts_of(print(participants("en", 40, 3)).value());
  for (std::size_t at = 0; at < pages.size(); ++at)
    EXPECT_THAT(pages[at], HasSubstr(std::to_string(at + 1) + " / " + std::to_string(pages.size())));
}

TEST(paper, of_500_participants_repeats_the_delegation_on_top_of_a_page) {
  auto paper = participants("en", 1, 500);
  auto const pages = texts_of(print(paper).value());
  ASSERT_GE(pages.size(), 15u);
  ASSERT_LE(pages.size(), 30u);
  for (std::size_t at = 1; at < pages.size(); ++at) EXPECT_THAT(pages[at], HasSubstr("Iraq (continued)"));
  EXPECT_THAT(pages[0], Not(HasSubstr("(continued)")));
}

TEST(paper, puts_the_head_of_delegation_first_and_then_alternates) {
  auto const text = all(texts_of(print(participants("en", 1, 4)).value()));
  auto const head = text.find("Example-0-3"), alternate = text.find("Example-0-0"), member = text.find("Example-0-1");
  EXPECT_LT(head, alternate);
  EXPECT_LT(alternate, member);
}

TEST(paper, sorts_delegations_as_its_reader_does) {
  auto const french = all(texts_of(print(participants("fr", 5, 1)).value()));
  EXPECT_LT(french.find("Équateur"), french.find("Iraq"));
  auto const english = all(texts_of(print(participants("en", 5, 1)).value()));
  EXPECT_LT(english.find("Iraq"), english.find("Switzerland"));
}

TEST(paper, never_splits_a_member_between_pages) {
  for (std::size_t members : {19u, 20u, 21u, 22u, 23u, 24u, 25u}) {
    for (auto const& page : texts_of(print(participants("en", 2, members)).value())) {
      std::size_t starts = 0, ends = 0;
      for (auto at = page.find("Permanent Representative to"); at != std::string::npos;
           at = page.find("Permanent Representative to", at + 1))
        ++starts;
      for (auto at = page.find("organizations in Geneva"); at != std::string::npos;
           at = page.find("organizations in Geneva", at + 1))
        ++ends;
      EXPECT_EQ(starts, ends);
    }
  }
}

TEST(paper, wraps_a_name_that_is_longer_than_its_column) {
  auto paper = participants("en", 1, 1);
  paper.groups.front().delegations.front().members.front().name = std::string(200, 'W');
  auto const text = bare(all(texts_of(print(paper).value())));
  EXPECT_THAT(text, HasSubstr(std::string(20, 'W')));
  EXPECT_EQ(std::ranges::count(text, 'W'), 200);
}

TEST(paper, with_one_row_longer_than_a_page_goes_on_over_pages_and_loses_nothing) {
  auto paper = documents("en");
  std::string longest;
  for (int at = 0; at < 1500; ++at) longest += "word" + std::to_string(at) + " ";
  paper.documents[0].title = longest;
  auto const pages = texts_of(print(paper).value());
  EXPECT_GT(pages.size(), 3u);
  for (int at = 0; at < 1500; at += 37) EXPECT_THAT(all(pages), HasSubstr("word" + std::to_string(at)));
}

TEST(paper, without_contents_says_so) {
  EXPECT_THAT(all(texts_of(print(agenda_paper{eleventh_meeting("en"), {}, {}}).value())),
              HasSubstr("The agenda has no items yet."));
  EXPECT_THAT(all(texts_of(print(participants("en", 0, 0)).value())),
              HasSubstr("No participants have been approved yet."));
  EXPECT_THAT(all(texts_of(print(participants("en", 1, 0)).value())), HasSubstr("Names to be communicated"));
  EXPECT_THAT(all(texts_of(print(documents("en", 0)).value())), HasSubstr("No documents have been published yet."));
}

TEST(paper, survives_hostile_text) {
  auto paper = sample("ar", 1);
  paper.title = "\xff\xfe broken \x01\x02 \u202e reversed";
  paper.paragraphs = {
      "", std::string(30'000, '\n'), "\n\n", std::string(30'000, 'a'), std::string("nul\0inside", 10), "<b>&amp;</b>"};
  EXPECT_TRUE(print(paper).has_value());
}

}  // namespace
}  // namespace dais::office::test
