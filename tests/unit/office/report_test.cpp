#include "server/office/report.hpp"

#include "server/catalogue/message.hpp"
#include "server/office/compose.hpp"
#include "tests/unit/office/support.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::office::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class reports : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(, reports, ::testing::ValuesIn(six), [](auto const& name) { return name.param; });

MATCHER_P(says_words, words, "") { return says(arg, words); }

TEST_P(reports, show_paragraphs_figures_and_tables_in_the_writing_of_the_language) {
  auto const paper = report(GetParam(), 3);
  auto const& section = paper.sections.front();
  writing const as{GetParam(), "CHF", "Europe/Zurich"};
  auto const text = all(texts_of(print(paper).value()));
  EXPECT_THAT(text, says_words(paper.title));
  EXPECT_THAT(text, says_words(section.title));
  EXPECT_THAT(text, says_words(section.paragraphs.front()));
  for (auto const& each : section.figures) {
    EXPECT_THAT(text, says_words(each.title));
    EXPECT_THAT(text, says_words(words_of(each.value, as)));
  }
  for (auto const& row : section.tables.front().rows)
    for (auto const& each : row) EXPECT_THAT(text, says_words(words_of(each, as)));
  EXPECT_THAT(text, Not(HasSubstr("paper.")));
  EXPECT_EQ(unknown_glyphs(compose(paper).finish()), 0);
}

TEST_P(reports, repeat_the_head_of_a_table_on_each_page) {
  auto const paper = report(GetParam(), 120);
  auto const pages = texts_of(print(paper).value());
  ASSERT_GE(pages.size(), 3U);
  for (auto const& page : pages)
    EXPECT_THAT(page, says_words(paper.sections.front().tables.front().columns.front().title));
}

TEST(report, is_tagged_as_tables_with_heads) {
  auto const structure = info_of(print(report("en", 1)).value(), "-struct-text");
  EXPECT_THAT(structure, HasSubstr("Table"));
  EXPECT_THAT(structure, HasSubstr("TH\n"));
  EXPECT_THAT(structure, HasSubstr("H2 (block)"));
}

TEST(report, says_where_a_table_has_no_rows) {
  EXPECT_THAT(all(texts_of(print(report("en", 0)).value())), HasSubstr("Nothing to report."));
}

TEST(report, survives_cells_that_are_wider_than_the_page) {
  auto paper = report("en", 1);
  auto& row = paper.sections.front().tables.front().rows.front();
  for (auto& each : row) each = std::string(300, 'W');
  EXPECT_EQ(std::ranges::count(all(texts_of(print(paper).value())), 'W'), 1500);
}

TEST(report, a_share_of_nobody_is_no_percentage) {
  EXPECT_EQ(words_of(share{0, 0}, {"en", "CHF", "UTC"}), "—");
  EXPECT_EQ(words_of(share{2, 3}, {"en", "CHF", "UTC"}), "2 of 3 (67%)");
}

TEST(report, gives_a_sheet_of_figures_and_one_for_each_table) {
  auto const sheets = sheets_of(report("en", 2)).sheets;
  ASSERT_EQ(sheets.size(), 2U);
  EXPECT_EQ(sheets[0].rows.size(), 3U);
  EXPECT_EQ(sheets[1].id, "listed");
  EXPECT_EQ(sheets[1].rows.size(), 2U);
}

}  // namespace
}  // namespace dais::office::test
