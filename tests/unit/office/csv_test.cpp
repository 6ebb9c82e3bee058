#include "server/office/csv.hpp"

#include <gtest/gtest.h>

namespace dais::office {
namespace {

TEST(csv, starts_with_a_byte_order_mark_and_ends_its_lines_as_the_rfc_says) {
  std::vector<std::vector<std::string>> const rows{{"name", "state"}, {"Abdul-Karim", "Iraq"}};
  EXPECT_EQ(csv(rows), "\xEF\xBB\xBFname,state\r\nAbdul-Karim,Iraq\r\n");
  EXPECT_EQ(csv({}), "\xEF\xBB\xBF");
}

TEST(csv, quotes_what_would_break_a_row) {
  EXPECT_EQ(csv_field("Bolivia, Plurinational State of"), "\"Bolivia, Plurinational State of\"");
  EXPECT_EQ(csv_field("the \"head\""), "\"the \"\"head\"\"\"");
  EXPECT_EQ(csv_field("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv_field(" edge"), "\" edge\"");
  EXPECT_EQ(csv_field(""), "");
}

TEST(csv, guards_against_formulas) {
  EXPECT_EQ(csv_field("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
  EXPECT_EQ(csv_field("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_field("+cmd|' /C calc'!A0"), "'+cmd|' /C calc'!A0");
  EXPECT_EQ(csv_field("-1+2"), "'-1+2");
  EXPECT_EQ(csv_field("\t=1"), "\"'\t=1\"");
  EXPECT_EQ(csv_field("  =1"), "'  =1");
}

TEST(csv, leaves_numbers_and_symbols_as_they_are) {
  EXPECT_EQ(csv_field("-12.50"), "-12.50");
  EXPECT_EQ(csv_field("+41229178301"), "+41229178301");
  EXPECT_EQ(csv_field("CCM/MSP/2023/2"), "CCM/MSP/2023/2");
  EXPECT_EQ(csv_field("Médéric-Ñ 日本"), "Médéric-Ñ 日本");
}

}  // namespace
}  // namespace dais::office
