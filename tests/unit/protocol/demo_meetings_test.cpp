#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <stdexcept>
#include <string>

#include "protocol/codec.hpp"
#include "protocol/json.hpp"
#include "protocol/limits.hpp"
#include "protocol/meeting_file.hpp"

#include <gtest/gtest.h>

namespace dais::protocol {
namespace {

meeting_file read(std::string const& name) {
  std::ifstream in(std::string(DAIS_SOURCE_DIR) + "/deploy/demo/" + name + ".json", std::ios::binary);
  std::string const text{std::istreambuf_iterator<char>(in), {}};
  auto const parsed = parse(text, limits::posted_message);
  if (!parsed) throw std::runtime_error(parsed.error().problems.front().words);
  auto decoded = decode<meeting_file>(*parsed);
  if (!decoded)
    throw std::runtime_error(decoded.error().problems.front().path + ": " + decoded.error().problems.front().words);
  return std::move(*decoded);
}

class demo_meeting : public ::testing::TestWithParam<char const*> {
protected:
  meeting_file const x_file = read(GetParam());
};
INSTANTIATE_TEST_SUITE_P(, demo_meeting, ::testing::Values("11msp", "small"),
                         [](auto const& name) { return std::string(name.param); });

TEST_P(demo_meeting, names_only_items_that_it_has) {
  std::set<std::string> numbers;
  for (auto const& item : x_file.agenda.items) {
    if (item.parent) EXPECT_TRUE(numbers.contains(item.parent->value)) << item.number.value;
    EXPECT_TRUE(numbers.insert(item.number.value).second) << item.number.value;
  }
  for (auto const& session : x_file.programme.items) {
    EXPECT_LT(session.starts, session.ends);
    for (auto const& item : session.items.items) EXPECT_TRUE(numbers.contains(item.value)) << item.value;
  }
  for (auto const& document : x_file.documents.items)
    for (auto const& item : document.items.items) EXPECT_TRUE(numbers.contains(item.value)) << item.value;
}

TEST_P(demo_meeting, gives_symbols_and_kinds_that_it_allows) {
  std::regex const grammar(x_file.meeting.symbol_pattern.value);
  std::set<std::string> kinds;
  for (auto const& kind : x_file.meeting.document_kinds.items) kinds.insert(kind.id.value);
  for (auto const& document : x_file.documents.items) {
    if (document.symbol) EXPECT_TRUE(std::regex_match(document.symbol->value, grammar)) << document.symbol->value;
    EXPECT_TRUE(kinds.contains(document.kind.value)) << document.kind.value;
  }
}

TEST_P(demo_meeting, has_delegations_of_its_categories_with_one_head_each_and_made_up_addresses) {
  std::set<std::string> categories, delegations, members;
  for (auto const& category : x_file.meeting.categories.items) categories.insert(category.id.value);
  for (auto const& delegation : x_file.delegations.items) {
    EXPECT_TRUE(categories.contains(delegation.category.value)) << delegation.id.value;
    EXPECT_TRUE(delegations.insert(delegation.id.value).second) << delegation.id.value;
    if (!delegation.members) continue;
    EXPECT_EQ(std::ranges::count(delegation.members->items, member_category::head,
                                 [](auto const& member) { return member.details.category; }),
              1)
        << delegation.id.value;
    for (auto const& member : delegation.members->items) {
      EXPECT_TRUE(members.insert(member.id.value).second) << member.id.value;
      EXPECT_TRUE(member.details.email && member.details.email->value.ends_with(".example.org")) << member.id.value;
    }
  }
}

TEST(demo_meetings, the_eleventh_meeting_has_its_112_states_parties_and_12_signatories) {
  auto const file = read("11msp");
  auto const count = [&](char const* category) {
    return std::ranges::count(file.delegations.items, category,
                              [](auto const& delegation) { return delegation.category.value; });
  };
  EXPECT_EQ(count("state_party"), 112);
  EXPECT_EQ(count("signatory"), 12);
  EXPECT_EQ(count("state_not_party"), 73);
}

TEST(demo_meetings, the_eleventh_meeting_speaks_six_languages) {
  auto const file = read("11msp");
  for (auto const& item : file.agenda.items) EXPECT_EQ(item.title.in.size(), 6u) << item.number.value;
  for (auto const& document : file.documents.items) EXPECT_EQ(document.title.in.size(), 6u) << document.id.value;
  for (auto const& delegation : file.delegations.items) EXPECT_EQ(delegation.name.in.size(), 6u) << delegation.id.value;
  for (auto const& item : file.agenda.items) EXPECT_TRUE(item.source.has_value()) << item.number.value;
}

}  // namespace
}  // namespace dais::protocol
