#include "protocol/merge_patch.hpp"

#include <gtest/gtest.h>

namespace dais::protocol {
namespace {

struct example {
  char const *original, *patch, *result;
};

/// The test cases of RFC 7396, appendix A, in its order.
constexpr example examples[] = {
    {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
    {R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
    {R"({"a":"b"})", R"({"a":null})", R"({})"},
    {R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
    {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
    {R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
    {R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
    {R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
    {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
    {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
    {R"({"a":"foo"})", R"(null)", R"(null)"},
    {R"({"a":"foo"})", R"("bar")", R"("bar")"},
    {R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
    {R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
    {R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"},
};

TEST(merge_patch, applies_as_the_examples_of_the_rfc_say) {
  for (auto const& each : examples) {
    auto value = json::parse(each.original);
    merge_apply(value, json::parse(each.patch));
    EXPECT_EQ(value, json::parse(each.result)) << each.original << " with " << each.patch;
  }
}

TEST(merge_patch, names_only_what_differs) {
  auto const from = json::parse(R"({"items":{"1":{"state":"open","title":"A"},"2":{"title":"B"}},"order":["1","2"]})");
  auto const to = json::parse(R"({"items":{"1":{"state":"closed","title":"A"},"3":{"title":"C"}},"order":["1","3"]})");
  EXPECT_EQ(merge_diff(from, to),
            json::parse(R"({"items":{"1":{"state":"closed"},"2":null,"3":{"title":"C"}},"order":["1","3"]})"));
}

TEST(merge_patch, an_object_that_becomes_empty_loses_its_members) {
  auto const from = json::parse(R"({"sessions":{"a":1}})"), to = json::parse(R"({"sessions":{}})");
  EXPECT_EQ(merge_diff(from, to), json::parse(R"({"sessions":{"a":null}})"));
}

TEST(merge_patch, what_becomes_an_object_is_put_as_a_whole) {
  auto value = json::parse(R"({"a":[1]})");
  auto const to = json::parse(R"({"a":{"b":{}}})");
  merge_apply(value, merge_diff(value, to));
  EXPECT_EQ(value, to);
}

}  // namespace
}  // namespace dais::protocol
