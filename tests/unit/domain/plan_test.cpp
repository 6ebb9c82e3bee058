#include "server/domain/meeting/plan.hpp"

#include <fstream>
#include <iterator>
#include <string>

#include "protocol/codec.hpp"
#include "protocol/json.hpp"
#include "protocol/json_lines.hpp"
#include "protocol/limits.hpp"
#include "server/domain/meeting/apply.hpp"
#include "server/domain/registration/missing.hpp"

#include <gtest/gtest.h>

namespace dais::domain {
namespace {

using protocol::meeting::change_kind;

import_meeting demo(std::string const& name) {
  std::ifstream in(std::string(DAIS_SOURCE_DIR) + "/deploy/demo/" + name + ".json", std::ios::binary);
  std::string const text{std::istreambuf_iterator<char>(in), {}};
  auto const parsed = protocol::parse(text, protocol::limits::posted_message);
  return {protocol::decode<protocol::meeting_file>(parsed.value()).value(), protocol::lines_of(text).value(), "hash",
          "hash@0"};
}

class demo_import : public ::testing::TestWithParam<char const*> {};
INSTANTIATE_TEST_SUITE_P(, demo_import, ::testing::Values("11msp", "small"),
                         [](auto const& name) { return std::string(name.param); });

TEST_P(demo_import, adds_everything_once_and_nothing_twice) {
  auto command = demo(GetParam());
  auto const plan = plan_import(nullptr, command);
  EXPECT_TRUE(plan.is_new);
  for (auto const& change : plan.changes)
    EXPECT_EQ(change.kind, change_kind::added) << change.path << ": " << (change.why ? change.why->words : "");
  for (std::size_t i = 1; i < plan.changes.size(); ++i) EXPECT_GT(plan.changes[i].line, 0) << plan.changes[i].path;

  meeting_state state;
  auto const first = decide(state, command, {});
  ASSERT_TRUE(first);
  EXPECT_EQ(first->answer.added, static_cast<std::int64_t>(plan.changes.size()));
  for (auto const& event : first->events) apply(state, event, {1, {}});
  EXPECT_EQ(state.agenda.order.size(), command.file.agenda.items.size());
  for (std::size_t i = 0; i < state.agenda.order.size(); ++i)
    EXPECT_EQ(state.agenda.items.at(state.agenda.order[i]).number, command.file.agenda.items[i].number);
  for (auto const& [id, delegation] : state.registration.delegations)
    if (!delegation.members.empty()) EXPECT_TRUE(missing(delegation, state.details).empty()) << id.value;

  command.digest = "hash@1";
  auto const second = decide(state, command, {});
  ASSERT_TRUE(second);
  EXPECT_TRUE(second->events.empty());
}

TEST(plan, a_problem_below_the_lines_that_are_known_has_the_line_of_what_holds_it) {
  auto command = demo("small");
  command.file.delegations.items[2].category = {"nobody"};
  std::erase_if(command.lines, [](auto const& line) { return line.first.ends_with("/category"); });
  auto const plan = plan_import(nullptr, command);
  for (auto const& change : plan.changes)
    if (change.kind == change_kind::refused) {
      EXPECT_EQ(change.path, "/delegations/2/category");
      EXPECT_EQ(change.line, command.lines.at("/delegations/2"));
      return;
    }
  FAIL() << "nothing was refused";
}

TEST(plan, a_refused_plan_changes_nothing) {
  auto command = demo("small");
  command.file.delegations.items[2].category = {"nobody"};
  auto const refused = decide(meeting_state{}, command, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.size(), 1u);
  EXPECT_EQ(refused.error().problems.front().values.at("line"),
            std::to_string(command.lines.at("/delegations/2/category")));
}

TEST(missing, tells_at_most_twenty_problems) {
  protocol::meeting_details meeting;
  auto& field = meeting.fields.items.emplace_back();
  field.id = {"boat"};
  field.required = true;
  delegation of;
  for (int i = 0; i < 100; ++i) {
    auto& member = of.members[{std::to_string(i)}];
    member.draft.emplace().details.emplace();
  }
  EXPECT_EQ(missing(of, meeting).size(), protocol::limits::problems);
}

}  // namespace
}  // namespace dais::domain
