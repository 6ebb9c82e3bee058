#include "server/office/spreadsheet.hpp"

#include "tests/support/printed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::office {
namespace {

using namespace std::chrono;
using support::part_of;
using ::testing::HasSubstr;
using ::testing::Not;

spreadsheet sheet(std::vector<std::vector<table_cell>> rows, std::string language = "en") {
  return {{std::move(language), "CHF", "Europe/Zurich"},
          "Report",
          sys_days{2023y / September / 11} + 8h,
          {{"t", "Funds", {{"name", "Fund"}, {"amount", "Amount"}}, std::move(rows)}}};
}

std::string first_sheet(std::string const& xlsx) { return part_of(xlsx, "xl/worksheets/sheet1.xml"); }

TEST(spreadsheet, keeps_money_numbers_and_days_as_numbers_with_their_formats) {
  auto const bytes = xlsx(sheet({{std::string("General"), protocol::centimes{317205}},
                                 {protocol::date{2023y / September / 11}, std::int64_t{-12}},
                                 {protocol::instant{sys_days{2023y / September / 11} + 18h}, share{1, 4}}}))
                         .value();
  auto const xml = first_sheet(bytes);
  for (auto const* value : {"<v>3172.05</v>", "<v>45180</v>", "<v>-12</v>", "<v>45180.75</v>", "<v>0.25</v>"})
    EXPECT_THAT(xml, HasSubstr(value));
  auto const styles = part_of(bytes, "xl/styles.xml");
  EXPECT_THAT(styles, HasSubstr("[$CHF] #,##0.00"));
  EXPECT_THAT(styles, HasSubstr("UTC"));
  EXPECT_THAT(part_of(bytes, "xl/sharedStrings.xml"), HasSubstr("<t>General</t>"));
}

TEST(spreadsheet, freezes_its_first_row) {
  auto const xml = first_sheet(xlsx(sheet({})).value());
  EXPECT_THAT(xml, HasSubstr("<pane ySplit=\"1\""));
  EXPECT_THAT(xml, HasSubstr("state=\"frozen\""));
}

TEST(spreadsheet, runs_from_right_to_left_in_arabic_alone) {
  EXPECT_THAT(first_sheet(xlsx(sheet({}, "ar")).value()), HasSubstr("rightToLeft=\"1\""));
  EXPECT_THAT(first_sheet(xlsx(sheet({}, "fr")).value()), Not(HasSubstr("rightToLeft")));
}

TEST(spreadsheet, writes_what_looks_like_a_formula_as_words) {
  std::vector<std::vector<table_cell>> rows;
  for (auto const* words : {"=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")", "{=1}", "'=1"})
    rows.push_back({std::string(words)});
  auto from = sheet(rows);
  from.sheets.front().columns.front().title = "=cmd|' /C calc'!A0";
  auto const bytes = xlsx(from).value();
  auto const xml = first_sheet(bytes);
  EXPECT_THAT(xml, Not(HasSubstr("<f")));
  EXPECT_THAT(xml, Not(HasSubstr("hyperlink")));
  EXPECT_THAT(part_of(bytes, "xl/sharedStrings.xml"), HasSubstr("<t>=1+1</t>"));
}

TEST(spreadsheet, gives_the_same_bytes_for_the_same_contents_and_says_when_it_is_of) {
  auto const bytes = xlsx(sheet({{std::string("a")}})).value();
  EXPECT_TRUE(bytes == xlsx(sheet({{std::string("a")}})).value());
  auto const facts = part_of(bytes, "docProps/core.xml");
  EXPECT_THAT(facts, HasSubstr(">2023-09-11T08:00:00Z</dcterms:created>"));
  EXPECT_THAT(facts, HasSubstr(">2023-09-11T08:00:00Z</dcterms:modified>"));
  EXPECT_THAT(facts, HasSubstr("<dc:title>Report</dc:title>"));
}

TEST(spreadsheet, names_its_sheets_apart_within_what_a_spreadsheet_takes) {
  auto from = sheet({});
  from.sheets.resize(5, from.sheets.front());
  from.sheets[1].title = "FUNDS";
  from.sheets[2].title = "a/b\\c[d]e:f*g?h'i";
  from.sheets[3].title = std::string(40, 'x');
  from.sheets[4].title = "";
  auto const book = part_of(xlsx(from).value(), "xl/workbook.xml");
  EXPECT_THAT(book, HasSubstr("name=\"Funds\""));
  EXPECT_THAT(book, HasSubstr("name=\"FUNDS 2\""));
  EXPECT_THAT(book, HasSubstr("name=\"a b c d e f g h i\""));
  EXPECT_THAT(book, HasSubstr("name=\"" + std::string(31, 'x') + "\""));
}

TEST(spreadsheet, survives_hostile_text) {
  auto from =
      sheet({{std::string("\xff\xfe \x01 <b>&amp;</b> ]]>")}, {std::string(100'000, 'a')}, {std::string("nul\0x", 5)}});
  from.as.currency = "]\"x";
  from.title = std::string(5000, '&');
  auto const bytes = xlsx(from).value();
  EXPECT_THAT(part_of(bytes, "xl/sharedStrings.xml"), HasSubstr("&lt;b&gt;"));
  EXPECT_THAT(part_of(bytes, "xl/styles.xml"), Not(HasSubstr("[$")));
}

TEST(spreadsheet, refuses_more_rows_than_a_sheet_has) {
  auto const got = xlsx(sheet(std::vector<std::vector<table_cell>>(max_rows + 1)));
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error(), spreadsheet_error::too_many_rows);
}

}  // namespace
}  // namespace dais::office
