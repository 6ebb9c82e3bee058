#include "server/app/demo_applicants.hpp"

#include <algorithm>
#include <fstream>
#include <set>

#include "server/app/commands.hpp"
#include "server/app/whole_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace dais::app {
namespace {

std::filesystem::path const meeting_path = DAIS_SOURCE_DIR "/deploy/demo/11msp.json";

class demo_applicants : public ::testing::Test {
protected:
  static void SetUpTestSuite() {
    x_file = read_meeting_file(read_whole(meeting_path).value()).value().file;
    x_pool = read_pool(pool_of(meeting_path)).value().applicants.items;
  }

  static auto count(auto const& what) { return std::ranges::count_if(x_pool, what); }

  static inline protocol::meeting_file x_file;
  static inline std::vector<pool_applicant> x_pool;
};

TEST_F(demo_applicants, are_sixty_with_27_women_12_survivors_and_5_assistants) {
  EXPECT_EQ(x_pool.size(), 60u);
  EXPECT_EQ(count([](auto const& each) { return each.member.gender == protocol::gender::female; }), 27);
  EXPECT_EQ(count([](auto const& each) { return each.application.survivor; }), 12);
  EXPECT_EQ(count([](auto const& each) { return each.application.survivor && each.application.companion; }), 5);
  EXPECT_EQ(count([](auto const& each) { return each.late.value_or(false); }), 2);
  EXPECT_EQ(count([](auto const& each) { return each.account.value_or(false); }), 1);
}

TEST_F(demo_applicants, come_from_delegations_of_the_meeting_and_answer_its_fields) {
  std::set<std::string> delegations, fields;
  for (auto const& each : x_file.delegations.items) delegations.insert(each.id.value);
  for (auto const& each : x_file.meeting.fields.items) fields.insert(each.id.value);
  for (auto const& each : x_pool) {
    EXPECT_TRUE(delegations.contains(each.delegation.value)) << each.delegation.value;
    for (auto const& [id, ignored] : each.member.fields) EXPECT_TRUE(fields.contains(id.value)) << id.value;
  }
}

TEST_F(demo_applicants, give_files_and_answers_that_the_terms_ask_for) {
  auto const& terms = x_file.sponsorship.value();
  std::set<std::string> files, questions, routes;
  for (auto const& each : terms.files.items) files.insert(each.id.value);
  for (auto const& each : terms.assessments.items) questions.insert(each.id.value);
  for (auto const& each : terms.fares.routes.items) routes.insert(each.id.value);
  for (auto const& each : x_pool) {
    for (auto const& file : each.files.items) EXPECT_TRUE(files.contains(file.value)) << file.value;
    if (!each.assessment) continue;
    for (auto const& [id, ignored] : each.assessment->answers) EXPECT_TRUE(questions.contains(id.value)) << id.value;
    if (each.assessment->route) EXPECT_TRUE(routes.contains(each.assessment->route->value));
  }
}

TEST_F(demo_applicants, have_made_up_addresses_one_each_and_letters_in_six_languages) {
  std::set<std::string> addresses, languages;
  for (auto const& each : x_pool) {
    ASSERT_TRUE(each.member.email.has_value());
    EXPECT_TRUE(each.member.email->value.ends_with(".example.org")) << each.member.email->value;
    EXPECT_TRUE(addresses.insert(each.member.email->value).second) << each.member.email->value;
    languages.insert(each.member.language.value);
  }
  EXPECT_THAT(languages, ::testing::ElementsAre("ar", "en", "es", "fr", "ru", "zh"));
}

TEST_F(demo_applicants, leave_each_delegation_with_one_head_at_most) {
  std::map<std::string, int> heads;
  for (auto const& each : x_file.delegations.items)
    if (each.members)
      for (auto const& member : each.members->items)
        heads[each.id.value] += member.details.category == protocol::member_category::head;
  for (auto const& each : x_pool)
    heads[each.delegation.value] += each.member.category == protocol::member_category::head;
  for (auto const& [delegation, ignored] : heads) EXPECT_EQ(heads[delegation], 1) << delegation;
}

TEST(demo_pool, of_another_format_or_with_an_unknown_field_is_refused_with_its_path) {
  support::temporary_folder const folder;
  auto const why = [&](std::string const& text) {
    std::ofstream(folder / "pool.json") << text;
    auto const read = read_pool(folder / "pool.json");
    return read ? "" : read.error();
  };
  EXPECT_THAT(why(R"({"format":"other","applicants":[]})"), ::testing::HasSubstr("/format"));
  EXPECT_THAT(why(R"({"format":"dais-applicants/1","applicants":[],"more":1})"), ::testing::HasSubstr("/more"));
  EXPECT_EQ(why(R"({"format":"dais-applicants/1","applicants":[]})"), "");
}

}  // namespace
}  // namespace dais::app
