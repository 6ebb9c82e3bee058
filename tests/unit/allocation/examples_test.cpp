// The worked examples of the published rule, which come out as its text says.

#include "server/allocation/allocate.hpp"
#include "tests/support/files.hpp"

#include <string>

#include <gtest/gtest.h>

namespace dais::allocation {
namespace {

using protocol::json;

json example(std::string const& name) {
  auto const file = std::string(DAIS_SOURCE_DIR) + "/tests/support/allocation_examples/" + name + ".json";
  return protocol::parse(support::read_file(file), 1 << 20).value();
}

class examples : public testing::TestWithParam<std::string> {};

TEST_P(examples, come_out_as_worked_by_hand) {
  auto const made = allocate(example(GetParam())).value();
  auto const expected = example(GetParam() + ".expected");
  for (auto const* const part : {"granted", "refused", "gated", "ledger"})
    EXPECT_EQ(made.at(part), expected.at(part)) << part;
}

INSTANTIATE_TEST_SUITE_P(all, examples, testing::Values("ex1", "ex2", "ex2b", "ex2c", "ex3"));

TEST(example, the_explanations_of_the_first_are_those_of_the_text) {
  auto const why = allocate(example("ex1"), true).value().at("explanations");
  json const lima = {{"cost",
                      {{"package", "FULL"},
                       {"short", 280000},
                       {"cuts", json::array({{{"by", 280000}, {"payable_by", json::array({"General"})}}})}}},
                     {"top_up", {{"General", 280000}}},
                     {"points", 15}};
  EXPECT_EQ(why.at("Lima"), lima);
  json const mbeki = {{"cost", nullptr}, {"top_up", {{"General", 570000}}}, {"points", nullptr}};
  EXPECT_EQ(why.at("Mbeki"), mbeki);
}

TEST(example, the_explanations_of_the_second_are_those_of_the_text) {
  auto const why = allocate(example("ex2"), true).value().at("explanations");
  EXPECT_EQ(why.at("Banda").at("cost").at("short"), 50000);
  EXPECT_EQ(why.at("Banda").at("top_up"), (json{{"Africa", 50000}, {"General", 50000}}));
  EXPECT_EQ(why.at("Banda").at("points"), 12);
  EXPECT_EQ(why.at("Kone").at("top_up"), (json{{"Africa", 250000}, {"General", 250000}}));
}

TEST(example, the_line_the_shares_and_the_outlook_of_the_second) {
  auto const made = allocate(example("ex2")).value();
  EXPECT_EQ(made.at("line"), 2);
  EXPECT_EQ(made.at("shares"), (json{{"survivors", 0}, {"women", {1, 2}}}));
  EXPECT_EQ(made.at("waiting"), (json{"Banda", "Kone"}));
  EXPECT_EQ(made.at("if_cancels"), (json{{"Vula", {"Banda", "Kone"}}, {"Moussa", {"Banda", "Kone"}}}));
}

}  // namespace
}  // namespace dais::allocation
