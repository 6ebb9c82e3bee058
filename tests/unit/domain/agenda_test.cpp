#include "server/domain/agenda/apply.hpp"
#include "server/domain/agenda/decide.hpp"
#include "server/domain/agenda/history.hpp"
#include "server/domain/agenda/tree.hpp"
#include "server/domain/limits.hpp"
#include "server/domain/meeting/import/item_ids.hpp"

#include <string>

#include <gtest/gtest.h>

namespace dais::domain {
namespace {

protocol::localized_name named(std::string text) {
  protocol::localized_name out;
  out.in[{"en"}] = {std::move(text)};
  return out;
}

void add(agenda_state& agenda, std::string number, std::optional<protocol::item_id> parent = std::nullopt,
         std::optional<protocol::item_id> after = std::nullopt, protocol::seq at = 1) {
  apply(agenda, item_added{{number}, {number}, named("Title"), std::move(parent), std::move(after)}, {at, {}});
}

agenda_state tree() {
  agenda_state agenda;
  add(agenda, "1");
  add(agenda, "2", std::nullopt, protocol::item_id{"1"});
  add(agenda, "2a", protocol::item_id{"2"});
  add(agenda, "2a1", protocol::item_id{"2a"});
  add(agenda, "2b", protocol::item_id{"2"}, protocol::item_id{"2a"});
  add(agenda, "3", std::nullopt, protocol::item_id{"2"});
  return agenda;
}

TEST(agenda_tree, items_stand_depth_first) {
  std::vector<protocol::item_id> const expected{{"1"}, {"2"}, {"2a"}, {"2a1"}, {"2b"}, {"3"}};
  EXPECT_EQ(tree().order, expected);
}

TEST(agenda_tree, below_is_strict_and_deep) {
  auto const agenda = tree();
  EXPECT_TRUE(is_below(agenda, {"2a1"}, {"2"}));
  EXPECT_FALSE(is_below(agenda, {"2"}, {"2"}));
  EXPECT_FALSE(is_below(agenda, {"2"}, {"2a1"}));
  EXPECT_FALSE(is_below(agenda, {"9"}, {"2"}));
}

TEST(agenda_tree, a_subtree_is_one_stretch_of_the_order) {
  auto const agenda = tree();
  EXPECT_EQ(subtree(agenda, {"2"}), (std::pair<std::size_t, std::size_t>(1, 5)));
  EXPECT_EQ(subtree(agenda, {"3"}), (std::pair<std::size_t, std::size_t>(5, 6)));
  EXPECT_EQ(subtree(agenda, {"9"}), (std::pair<std::size_t, std::size_t>(6, 6)));
}

TEST(agenda_tree, the_sibling_before_is_found_across_what_is_below_it) {
  auto const agenda = tree();
  EXPECT_EQ(sibling_before(agenda, {"2b"}), protocol::item_id{"2a"});
  EXPECT_EQ(sibling_before(agenda, {"1"}), std::nullopt);
}

TEST(agenda_history, changes_of_one_command_are_one_version_and_the_last_100_are_kept) {
  agenda_state agenda;
  add(agenda, "a", std::nullopt, std::nullopt, 7);
  add(agenda, "b", std::nullopt, std::nullopt, 7);
  EXPECT_EQ(agenda.version(), 1);
  EXPECT_EQ(agenda.versions.back().changes.size(), 2u);
  for (protocol::seq at = 8; at < 8 + 150; ++at)
    apply(agenda, item_changed{{"a"}, {"a"}, named(std::to_string(at))}, {at, {}});
  EXPECT_EQ(agenda.version(), 151);
  EXPECT_EQ(agenda.versions.size(), agenda_versions_kept);
  EXPECT_EQ(agenda.versions.front().number, 52);
}

TEST(agenda_history, a_label_is_cut_between_characters_to_what_a_name_may_have) {
  std::string title;
  for (int i = 0; i < 300; ++i) title += "é";
  protocol::topics::agenda_item item;
  item.number = {"10(i)"};
  item.title = named(title);
  auto const cut = label(item).in.at({"en"}).value;
  EXPECT_EQ(protocol::length(cut), protocol::localized_name::max);
  EXPECT_TRUE(protocol::valid_utf8(cut));
  EXPECT_TRUE(cut.starts_with("10(i) é"));
}

TEST(agenda_limits, the_501st_item_is_refused) {
  meeting_state state;
  for (std::size_t i = 0; i < most::items; ++i) add(state.agenda, "n" + std::to_string(i));
  protocol::agenda::add const one_more{{"x"}, named("X"), std::nullopt, std::nullopt};
  auto const refused = decide(state, one_more, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code(), protocol::error_code::too_large);
}

TEST(item_ids, are_made_from_numbers) {
  agenda_state const empty;
  EXPECT_EQ(item_id_for({"10(i)"}, empty).value, "item-10-i");
  EXPECT_EQ(item_id_for({"II.A"}, empty).value, "item-II.A");
  EXPECT_EQ(item_id_for({"٣"}, empty).value, "item");
  for (auto const* number : {"10(i)", "٣", "((", "  x  y "}) {
    auto const id = item_id_for({number}, empty).value;
    EXPECT_TRUE(protocol::valid_id(id)) << id;
  }
}

TEST(item_ids, are_made_unique) {
  agenda_state agenda;
  add(agenda, "item-10-i");
  EXPECT_EQ(item_id_for({"10(i)"}, agenda).value, "item-10-i-2");
  add(agenda, "item-10-i-2");
  EXPECT_EQ(item_id_for({"10.(i)"}, agenda).value, "item-10.-i");
  EXPECT_EQ(item_id_for({"10 i"}, agenda).value, "item-10-i-3");
}

}  // namespace
}  // namespace dais::domain
