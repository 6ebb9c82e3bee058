#include "server/app/letters.hpp"

#include "tests/support/printed.hpp"
#include "tests/unit/app/sponsorship_pool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::app::test {
namespace {

using office::letter_award;
using office::letter_refusal;
using office::refusal_cause;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

letter_refusal refusal_in(sponsorship_facts const& facts) {
  return std::get<letter_refusal>(letter_to(facts, {"a-3"})->decision);
}

TEST(letter, of_an_award_says_what_was_notified) {
  auto const letter = letter_to(marked_pool(), {"a-2"});
  ASSERT_TRUE(letter);
  auto const& award = std::get<letter_award>(letter->decision);
  EXPECT_EQ(letter->reference, "a-2");
  EXPECT_EQ(letter->name, "Nemo Quidam");
  EXPECT_EQ(letter->delegation, "Malawi");
  EXPECT_EQ(award.package, "Full sponsorship");
  ASSERT_EQ(award.costs.size(), 3U);
  EXPECT_EQ(award.costs[0].what, "Air fare");
  EXPECT_EQ(award.total.value, 178'500);
  EXPECT_EQ(letter->head.as_of, marked_pool().sponsorship.applications.at({"a-2"}).award->notified);
}

TEST(letter, is_the_same_whenever_it_is_made) {
  auto later = marked_pool();
  later.now += std::chrono::days{3};
  later.sponsorship.applications.at({"a-2"}).award->state = protocol::award_state::accepted;
  EXPECT_TRUE(office::print(*letter_to(marked_pool(), {"a-2"})).value() ==
              office::print(*letter_to(later, {"a-2"})).value());
}

TEST(letter, leaves_out_costs_of_nothing) {
  auto const letter = letter_to(marked_pool(), {"a-1"});
  EXPECT_EQ(std::get<letter_award>(letter->decision).costs.size(), 3U);
}

TEST(letter, names_reserves_ceilings_and_requirements_as_the_policy_does) {
  auto facts = marked_pool();
  auto& told = *facts.sponsorship.applications.at({"a-3"}).refusal;
  EXPECT_EQ(refusal_in(facts).cause, refusal_cause::held);
  EXPECT_THAT(refusal_in(facts).labels, ElementsAre("ZQX reserve"));
  EXPECT_EQ(refusal_in(facts).place, 2);
  told.reason = "CAP:observers";
  EXPECT_EQ(refusal_in(facts).cause, refusal_cause::ceiling);
  EXPECT_THAT(refusal_in(facts).labels, ElementsAre("Observers"));
  told.reason = "GATE";
  told.gates = {"file", "unknown"};
  EXPECT_EQ(refusal_in(facts).cause, refusal_cause::gates);
  EXPECT_THAT(refusal_in(facts).labels, ElementsAre("Complete file", "unknown"));
  told.reason = "STATE_CAP";
  EXPECT_EQ(refusal_in(facts).cause, refusal_cause::delegation_cap);
  told.reason = "NO_ELIGIBLE_FUND";
  EXPECT_EQ(refusal_in(facts).cause, refusal_cause::no_eligible_fund);
  told.reason = "FUNDS";
  told.lacking = protocol::centimes{50'000};
  EXPECT_EQ(refusal_in(facts).cause, refusal_cause::funds);
  EXPECT_EQ(refusal_in(facts).lacking->value, 50'000);
  told.reason = "SOMETHING_NEW";
  EXPECT_EQ(refusal_in(facts).cause, refusal_cause::other);
}

TEST(letter, keeps_to_the_policy_under_which_people_were_told) {
  auto facts = marked_pool();
  facts.terms.terms->policy.reserves.items.front().label = name("Another name");
  EXPECT_THAT(refusal_in(facts).labels, ElementsAre("ZQX reserve"));
  facts.allocations.proposals.clear();
  EXPECT_THAT(refusal_in(facts).labels, ElementsAre("Another name"));
}

TEST(letter, is_in_the_persons_language_or_else_in_english) {
  EXPECT_EQ(letter_to(marked_pool(""), {"a-2"})->head.language, "fr");
  EXPECT_EQ(letter_to(marked_pool("ar"), {"a-2"})->head.language, "ar");
  auto facts = marked_pool("");
  facts.sponsorship.applications.at({"a-2"}).language = protocol::language{"sw"};
  EXPECT_EQ(letter_to(facts, {"a-2"})->head.language, "en");
  facts.sponsorship.applications.at({"a-2"}).language.reset();
  EXPECT_EQ(letter_to(facts, {"a-2"})->head.language, "en");
}

TEST(letter, is_not_there_where_nobody_was_told_anything_that_still_holds) {
  auto facts = marked_pool();
  EXPECT_FALSE(letter_to(facts, {"a-9"}));
  EXPECT_FALSE(letter_to(facts, {"a-4"}));
  EXPECT_FALSE(letter_to(facts, {"a-5"}));
  facts.sponsorship.applications.at({"a-2"}).name.reset();
  EXPECT_FALSE(letter_to(facts, {"a-2"}));
}

TEST(letter, says_nothing_about_other_people) {
  auto facts = marked_pool();
  for (auto& [id, each] : facts.sponsorship.applications)
    if (id.value != "a-3") each.name = "Other Somebody";
  auto const pages = support::pages_of(office::print(*letter_to(facts, {"a-3"})).value());
  for (auto const& page : pages) {
    EXPECT_THAT(page, Not(HasSubstr("Other")));
    EXPECT_THAT(page, Not(HasSubstr("Malawi")));
    EXPECT_THAT(page, Not(HasSubstr("a-1")));
  }
}

}  // namespace
}  // namespace dais::app::test
