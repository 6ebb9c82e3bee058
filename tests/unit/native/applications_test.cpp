#include "client/native/applications.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

using namespace dais::native;
using namespace dais::protocol;

namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

topics::sponsorship pool(std::map<std::string, std::optional<std::string>> const& names) {
  topics::sponsorship out;
  for (auto const& [id, name] : names) out.applications[{id}].name = name;
  return out;
}

std::string ids(auto const& found) {
  std::string out;
  for (auto const& id : found) out += (out.empty() ? "" : " ") + id.value;
  return out;
}

TEST(applications, an_application_is_found_by_its_id_its_name_or_a_part_of_it_in_any_case) {
  auto const all = pool({{"a1", "Sok Dara"}, {"a2", "Mbeki"}, {"a3", "Sokha Chan"}, {"a4", std::nullopt}});
  EXPECT_EQ(ids(find_applications(all, "a2", lower)), "a2");
  EXPECT_EQ(ids(find_applications(all, "sok dara", lower)), "a1");
  EXPECT_EQ(ids(find_applications(all, "BEK", lower)), "a2");
  EXPECT_EQ(ids(find_applications(all, "sok", lower)), "a1 a3");
  EXPECT_EQ(ids(find_applications(all, "nobody", lower)), "");
  EXPECT_EQ(ids(find_applications(all, "", lower)), "");
}

TEST(applications, a_whole_name_goes_before_names_that_contain_it_and_an_id_before_both) {
  auto const all = pool({{"a1", "Ana"}, {"a2", "Ana Maria"}, {"a3", "a1"}, {"a4", "ana"}});
  EXPECT_EQ(ids(find_applications(all, "Ana", lower)), "a1 a4");
  EXPECT_EQ(ids(find_applications(all, "a1", lower)), "a1");
}

TEST(applications, a_scenario_is_found_by_its_id_or_its_name) {
  topics::allocations all;
  all.scenarios[{"s1"}].name.value = "Base";
  all.scenarios[{"s2"}].name.value = "Base with more money";
  EXPECT_EQ(ids(find_scenarios(all, "base", lower)), "s1");
  EXPECT_EQ(ids(find_scenarios(all, "more", lower)), "s2");
  EXPECT_EQ(ids(find_scenarios(all, "s2", lower)), "s2");
}

TEST(applications, a_proposal_that_was_replaced_or_notified_is_not_meant) {
  topics::allocations all;
  all.proposals[{"p1"}].superseded = true;
  all.proposals[{"p2"}].notified = instant{};
  all.proposals[{"p3"}].name.value = "Base";
  EXPECT_EQ(ids(find_proposals(all, "", lower)), "p3");
  EXPECT_EQ(ids(find_proposals(all, "p1", lower)), "");
  EXPECT_EQ(ids(find_proposals(all, "bas", lower)), "p3");
}

TEST(applications, a_code_is_read_with_the_rule_that_it_names) {
  EXPECT_EQ(read_reason("FUNDS"), (reason_code{"FUNDS", ""}));
  EXPECT_EQ(read_reason("CAP:nonparty"), (reason_code{"CAP", "nonparty"}));
  EXPECT_EQ(read_reason("RESERVE:"), (reason_code{"RESERVE", ""}));
}

TEST(applications, the_waiting_list_and_the_cancellation_table_are_read_from_the_applicants_side) {
  allocation_outcome in;
  in.waiting = {{"a3"}, {"a4"}};
  in.if_cancels = {{{"a1"}, {{"a4"}}}, {{"a2"}, {{"a3"}, {"a4"}}}, {{"a5"}, {}}};
  EXPECT_EQ(place_in_waiting(in, {"a4"}), 2U);
  EXPECT_EQ(place_in_waiting(in, {"a1"}), 0U);
  EXPECT_EQ(ids(who_makes_room(in, {"a4"})), "a1 a2");
  EXPECT_EQ(ids(who_makes_room(in, {"a3"})), "a2");
  EXPECT_EQ(ids(who_makes_room(in, {"a1"})), "");
}

}  // namespace
