#include "protocol/json_lines.hpp"

#include "protocol/limits.hpp"

#include <gtest/gtest.h>

namespace dais::protocol {
namespace {

using lines = std::map<std::string, std::int64_t>;

TEST(json_lines, members_begin_at_their_key_and_elements_at_their_first_character) {
  auto const found = lines_of(R"({
  "a": 1,
  "b":
    [10,
     {"c": "x"}, [
     ],
     null],
  "d": {}
})");
  ASSERT_TRUE(found);
  EXPECT_EQ(*found, (lines{{"", 1},
                           {"/a", 2},
                           {"/b", 3},
                           {"/b/0", 4},
                           {"/b/1", 5},
                           {"/b/1/c", 5},
                           {"/b/2", 5},
                           {"/b/3", 7},
                           {"/d", 8}}));
}

TEST(json_lines, a_number_before_a_line_end_does_not_shift_what_follows) {
  EXPECT_EQ(*lines_of("[1\n,2\n,true\n]"), (lines{{"", 1}, {"/0", 1}, {"/1", 2}, {"/2", 3}}));
}

TEST(json_lines, keys_are_read_and_escaped_as_in_a_json_pointer) {
  EXPECT_EQ(*lines_of(R"({"a/b": {"m~n": 1, "\u00e9\"": 2}})"),
            (lines{{"", 1}, {"/a~1b", 1}, {"/a~1b/m~0n", 1}, {"/a~1b/é\"", 1}}));
}

TEST(json_lines, quotes_and_brackets_inside_strings_are_no_structure) {
  EXPECT_EQ(*lines_of("[\"]\\\\\", \"{\\\",\",\n\"[\"]"), (lines{{"", 1}, {"/0", 1}, {"/1", 1}, {"/2", 2}}));
}

TEST(json_lines, a_text_may_be_a_single_value_after_empty_lines) {
  EXPECT_EQ(*lines_of("\n\n 7"), (lines{{"", 3}}));
  EXPECT_EQ(*lines_of("\n\"x\"\n"), (lines{{"", 2}}));
}

TEST(json_lines, what_is_no_json_is_refused) {
  for (auto const* text : {"", "{", "[1,]", "{\"a\":1,}", "\"open", "1 2"})
    EXPECT_EQ(lines_of(text).error().code(), error_code::not_json) << text;
  EXPECT_EQ(lines_of("{\"a\":1,\"a\":2}").error().code(), error_code::duplicate_key);
  EXPECT_EQ(lines_of(std::string(limits::depth + 1, '[')).error().code(), error_code::too_deep);
}

}  // namespace
}  // namespace dais::protocol
