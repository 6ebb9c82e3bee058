#include "server/app/sponsorship_reports.hpp"

#include <algorithm>
#include <cctype>

#include "server/app/report_json.hpp"
#include "tests/support/printed.hpp"
#include "tests/unit/app/sponsorship_pool.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dais::app::test {
namespace {

using protocol::json;
using ::testing::HasSubstr;
using ::testing::Not;

class in_each_language : public ::testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(, in_each_language, ::testing::Values("en", "fr", "es", "ru", "zh", "ar"),
                         [](auto const& of) { return of.param; });

json as_json(office::report_paper const& report) { return report_json(report, "s/1", {"m1"}); }

/// Everything that a reader of any format could find, in small letters.
std::string everything(office::report_paper const& report) {
  auto const pdf = office::print(report).value();
  std::string out = as_json(report).dump() + support::part_of(office::xlsx(office::sheets_of(report)).value()) +
                    support::output_about(pdf, "pdfinfo");
  for (auto const& page : support::pages_of(pdf)) out += page;
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

void take_out(std::string& from, std::string_view words) {
  for (auto at = from.find(words); at != std::string::npos; at = from.find(words)) from.erase(at, words.size());
}

TEST_P(in_each_language, the_meetings_report_holds_nothing_about_health_and_no_name_of_a_person) {
  auto const text = everything(meeting_report(marked_pool(GetParam())));
  EXPECT_THAT(text, Not(HasSubstr("zqx")));
  EXPECT_THAT(text, Not(HasSubstr("quidam")));
  EXPECT_THAT(text, Not(HasSubstr("general")));
  EXPECT_THAT(text, Not(HasSubstr("paper.")));
  EXPECT_THAT(text, HasSubstr("malawi"));
}

TEST_P(in_each_language, the_donors_report_holds_nothing_about_health_but_names_of_funds) {
  auto text = everything(donors_report(marked_pool(GetParam())));
  EXPECT_THAT(text, HasSubstr("zqxone"));
  take_out(text, "zqxone");
  take_out(text, "zqxtwo");
  EXPECT_THAT(text, Not(HasSubstr("zqx")));
  EXPECT_THAT(text, Not(HasSubstr("quidam")));
  EXPECT_THAT(text, Not(HasSubstr("paper.")));
}

TEST(donors_report, shows_what_became_of_each_fund) {
  auto const out = as_json(donors_report(marked_pool()));
  EXPECT_EQ(out["tables"]["funds"], json::parse(R"([
              {"fund": "General", "amount": 1000000, "kept_back": 30000, "paid": 178500, "lost": 0, "free": 791500,
               "persons": 1},
              {"fund": "ZQXONE", "amount": 500000, "kept_back": 15000, "paid": 150000, "lost": 20000, "free": 315000,
               "persons": 1},
              {"fund": "ZQXTWO", "amount": 300000, "kept_back": 9000, "paid": 151100, "lost": 0, "free": 139900,
               "persons": 1}])"));
  EXPECT_EQ(out["figures"], json::parse(R"({"sponsored": 2, "women": {"part": 1, "whole": 2}})"));
}

TEST(donors_report, counts_a_person_once_whom_several_funds_pay) {
  auto const funds = donors_report(marked_pool()).sections[1].tables.front();
  ASSERT_TRUE(funds.total_last);
  EXPECT_EQ(std::get<std::int64_t>(funds.rows.back().back()), 2);
}

TEST(donors_report, puts_the_cost_of_an_assistant_in_one_line_with_the_stay) {
  auto const kinds = as_json(donors_report(marked_pool()))["tables"]["kinds"];
  EXPECT_EQ(kinds, json::parse(R"([{"kind": "Air fare", "amount": 220000}, {"kind": "Visa fees", "amount": 8500},
                                   {"kind": "Stay and other costs", "amount": 251100}])"));
}

TEST(donors_report, puts_everything_in_one_line_where_an_assistant_would_stand_alone) {
  auto pool = marked_pool();
  for (auto& [id, each] : pool.sponsorship.applications)
    if (each.award) std::erase_if(each.award->costs, [](auto const& cost) { return cost.kind.value == "dsa"; });
  auto const kinds = as_json(donors_report(pool))["tables"]["kinds"];
  ASSERT_EQ(kinds.size(), 1U);
  EXPECT_EQ(kinds[0]["amount"], 379'600);
}

TEST(donors_report, counts_regions_and_delegations_of_those_who_are_sponsored_alone) {
  auto const out = as_json(donors_report(marked_pool()))["tables"];
  EXPECT_EQ(out["region"], json::parse(R"([{"region": "Africa", "delegations": 1, "persons": 1},
                                           {"region": "Asia", "delegations": 1, "persons": 1}])"));
  EXPECT_EQ(out["delegations"].size(), 2U);
  EXPECT_FALSE(out.dump().contains("Bolivia"));
}

TEST(meeting_report, counts_applications_and_awards) {
  auto const figures = as_json(meeting_report(marked_pool()))["figures"];
  EXPECT_EQ(figures["received"], 5);
  EXPECT_EQ(figures["withdrawn"], 1);
  EXPECT_EQ(figures["complete"], 4);
  EXPECT_EQ(figures["on_time"], 3);
  EXPECT_EQ(figures["women_applicants"], json::parse(R"({"part": 2, "whole": 5})"));
  EXPECT_EQ(figures["awards_made"], 3);
  EXPECT_EQ(figures["accepted"], 1);
  EXPECT_EQ(figures["notified"], 1);
  EXPECT_EQ(figures["declined"], 0);
  EXPECT_EQ(figures["cancelled"], 1);
}

TEST(meeting_report, shows_money_over_all_funds_alone) {
  auto const out = as_json(meeting_report(marked_pool()));
  EXPECT_EQ(out["figures"]["amount"], 1'800'000);
  EXPECT_EQ(out["figures"]["kept_back"], 54'000);
  EXPECT_EQ(out["figures"]["paid"], 479'600);
  EXPECT_EQ(out["figures"]["lost"], 20'000);
  EXPECT_EQ(out["figures"]["free"], 1'246'400);
  EXPECT_FALSE(out["tables"].contains("funds"));
  EXPECT_FALSE(out["tables"].contains("kinds"));
}

TEST(meeting_report, counts_groups_of_states_that_the_terms_name) {
  EXPECT_EQ(as_json(meeting_report(marked_pool()))["tables"]["group"],
            json::parse(R"([{"group": "Least developed countries", "delegations": 2, "persons": 2}])"));
}

TEST(sponsorship_reports, of_nothing_at_all_can_be_made) {
  sponsorship_facts none;
  none.language = "ar";
  for (auto const& report : {donors_report(none), meeting_report(none)}) {
    EXPECT_TRUE(office::print(report).has_value());
    EXPECT_TRUE(office::xlsx(office::sheets_of(report)).has_value());
  }
}

}  // namespace
}  // namespace dais::app::test
