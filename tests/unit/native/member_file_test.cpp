#include "client/native/member_file.hpp"

#include <gtest/gtest.h>

using namespace dais::native;
using dais::protocol::error_code;

namespace {

std::string const header = "delegation,name,category,language,email,gender,fields.badge\n";

}  // namespace

TEST(member_file, a_good_file_gives_its_rows) {
  auto const read = read_member_file(header +
                                     "FRA,Ana Example,head,fr,Ana@Example.org,female,blue\n"
                                     "FRA,\"Example, Ben\",adviser,en,,,\n");
  ASSERT_TRUE(read.problems.empty());
  ASSERT_EQ(read.rows.size(), 2U);
  EXPECT_EQ(read.rows[0].line, 2);
  EXPECT_EQ(read.rows[0].member.details.email->value, "ana@example.org");
  EXPECT_EQ(read.rows[0].member.details.fields.at({"badge"}).value, "blue");
  EXPECT_EQ(read.rows[1].member.details.gender, dais::protocol::gender::undisclosed);
  EXPECT_FALSE(read.rows[1].member.details.email);
}

TEST(member_file, every_wrong_line_is_named_with_its_field) {
  auto const read = read_member_file(header +
                                     "FRA,Ana,chief,fr,,,\n"
                                     "FRA,,adviser,fr,not-an-address,,\n"
                                     "FRA,Ben,adviser,en,,,\n"
                                     "no such id!,Cy,adviser,en,,,\n"
                                     "FRA,Dee,adviser,en,,,,,,\n");
  ASSERT_EQ(read.problems.size(), 5U);
  EXPECT_EQ(read.problems[0].line, 2);
  EXPECT_EQ(read.problems[0].field, "category");
  EXPECT_EQ(read.problems[0].what.code, error_code::unknown_value);
  EXPECT_EQ(read.problems[1].field, "name");
  EXPECT_EQ(read.problems[1].what.code, error_code::missing_field);
  EXPECT_EQ(read.problems[2].line, 3);
  EXPECT_EQ(read.problems[2].field, "email");
  EXPECT_EQ(read.problems[3].line, 5);
  EXPECT_EQ(read.problems[3].field, "delegation");
  EXPECT_EQ(read.problems[4].line, 6);
}

TEST(member_file, an_unknown_column_is_a_problem_of_the_first_line) {
  auto const read = read_member_file("delegation,name,category,language,shoe size\nFRA,Ana,head,fr,38\n");
  ASSERT_EQ(read.problems.size(), 1U);
  EXPECT_EQ(read.problems[0].line, 1);
  EXPECT_EQ(read.problems[0].field, "shoe size");
}

TEST(member_file, a_repeated_line_and_a_second_head_are_problems) {
  auto const read = read_member_file(header +
                                     "FRA,Ana,head,fr,,,\n"
                                     "FRA,Ana,head,fr,,,\n"
                                     "FRA,Ben,head,fr,,,\n"
                                     "CHE,Cy,head,fr,,,\n");
  ASSERT_EQ(read.problems.size(), 2U);
  EXPECT_EQ(read.problems[0].line, 3);
  EXPECT_EQ(read.problems[0].what.values.at("line"), "2");
  EXPECT_EQ(read.problems[1].field, "category");
  EXPECT_EQ(read.rows.size(), 2U);
}

TEST(member_file, json_knows_its_lines_too) {
  auto const read = read_member_file(R"({"members": [
    {"delegation": "FRA", "name": "A [x", "category": "head", "language": "fr"},

    {"delegation": "FRA", "name": "B", "category": "adviser", "language": "fr", "fields": {"badge": 3}},
    7
  ]})");
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows[0].line, 2);
  ASSERT_EQ(read.problems.size(), 2U);
  EXPECT_EQ(read.problems[0].line, 4);
  EXPECT_EQ(read.problems[0].field, "fields.badge");
  EXPECT_EQ(read.problems[1].line, 5);
}

TEST(member_file, what_is_no_file_of_members_is_one_problem) {
  for (auto const* text : {"", "\n\n", "[", "{}", "[]", "delegation,name\n", "\"", "7"})
    EXPECT_FALSE(read_member_file(text).problems.empty()) << text;
}

TEST(member_file, a_row_keeps_what_stands_in_the_file_apart_from_what_is_filled_in) {
  auto const read = read_member_file(header + "FRA,Ana,head,fr,,,blue\n");
  dais::protocol::json const given{
      {"name", "Ana"}, {"category", "head"}, {"language", "fr"}, {"fields", {{"badge", "blue"}}}};
  EXPECT_EQ(read.rows.at(0).given, given);
}

TEST(member_file, a_problem_of_the_server_is_about_a_column) {
  EXPECT_EQ(field_at("/details/fields/badge"), "fields.badge");
  EXPECT_EQ(field_at("/details/email"), "email");
  EXPECT_EQ(field_at("/delegation"), "delegation");
  EXPECT_EQ(field_at(""), "");
}
