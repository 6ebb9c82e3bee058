#include "server/allocation/money.hpp"
#include "server/allocation/prepare.hpp"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

namespace dais::allocation {
namespace {

std::optional<shortage> lacking(purse& from, std::vector<line> const& lines) { return from.lacking(claims_of(lines)); }

TEST(money, several_funds_may_pay_one_line) {
  purse from(std::vector<centimes>{300, 200});
  EXPECT_EQ(lacking(from, {{500, 0b11}}), std::nullopt);
  EXPECT_EQ(lacking(from, {{501, 0b11}}), (shortage{1, 0b11}));
}

TEST(money, what_only_one_fund_may_pay_is_left_for_it) {
  purse from(std::vector<centimes>{300, 200});
  from.owe(std::vector<line>{{200, 0b11}});
  EXPECT_EQ(lacking(from, {{300, 0b01}}), std::nullopt);
  EXPECT_EQ(lacking(from, {{201, 0b10}}), (shortage{1, 0b10}));
}

TEST(money, the_lines_of_a_package_are_tested_together) {
  purse from(std::vector<centimes>{300, 200});
  EXPECT_EQ(lacking(from, {{250, 0b01}, {260, 0b11}}), (shortage{10, 0b11}));
  EXPECT_EQ(lacking(from, {{301, 0b01}, {100, 0b11}}), (shortage{1, 0b01}));
}

TEST(money, of_equally_short_sets_the_first_is_named) {
  purse from(std::vector<centimes>{100, 0, 0});
  EXPECT_EQ(lacking(from, {{150, 0b001}}), (shortage{50, 0b001}));
  EXPECT_EQ(lacking(from, {{10, 0b100}, {5, 0b010}}), (shortage{15, 0b110}));
}

TEST(money, claims_are_made_of_unions_of_payers) {
  auto const claims = claims_of(std::vector<line>{{10, 0b001}, {20, 0b010}, {40, 0b110}});
  std::vector<std::pair<fund_set, centimes>> seen;
  for (auto const& each : claims) seen.emplace_back(each.funds, each.amount);
  EXPECT_EQ(seen, (std::vector<std::pair<fund_set, centimes>>{
                      {0b001, 10}, {0b010, 20}, {0b011, 30}, {0b110, 60}, {0b111, 70}}));
}

TEST(money, an_overdraft_names_the_worst_set_the_first_of_equals) {
  purse from(std::vector<centimes>{100, 100});
  EXPECT_EQ(from.overdrawn(), std::nullopt);
  from.owe(std::vector<line>{{130, 0b01}, {70, 0b11}});
  EXPECT_EQ(from.overdrawn(), (shortage{30, 0b01}));
}

TEST(money, what_no_fund_may_pay_overdraws_the_empty_set) {
  purse from(std::vector<centimes>{100});
  from.owe(std::vector<line>{{10, 0}});
  EXPECT_EQ(from.overdrawn(), (shortage{10, 0}));
}

TEST(money, a_payment_leaves_enough_for_what_is_owed) {
  purse from(std::vector<centimes>{300, 200});
  from.owe(std::vector<line>{{250, 0b11}, {200, 0b01}});
  EXPECT_EQ(from.payable({250, 0b11}, 0), 100);
  from.pay({100, 0b11}, 0);
  EXPECT_EQ(from.payable({150, 0b11}, 0), 0);
  EXPECT_EQ(from.payable({150, 0b11}, 1), 150);
}

TEST(money, the_contingency_is_rounded_down) {
  EXPECT_EQ(budget_of(10'000, 300), 9'700);
  EXPECT_EQ(budget_of(99, 300), 97);
  EXPECT_EQ(budget_of(33, 300), 33);
  EXPECT_EQ(budget_of(12'345, 10'000), 0);
  EXPECT_EQ(budget_of(INT64_MAX, 10'000), 0);
  EXPECT_EQ(budget_of(INT64_MAX, 1), 9'222'449'699'651'090'330);
}

}  // namespace
}  // namespace dais::allocation
