#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
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

TEST_P(demo_meeting, sponsors_delegations_and_kinds_of_cost_that_it_has) {
  auto const& terms = x_file.sponsorship.value();
  std::set<std::string> delegations, kinds, routes;
  for (auto const& each : x_file.delegations.items) delegations.insert(each.id.value);
  for (auto const& each : x_file.meeting.cost_kinds.items) kinds.insert(each.value);
  for (auto const& each : terms.fares.routes.items) routes.insert(each.id.value);
  for (auto const& each : terms.delegations.items) EXPECT_TRUE(delegations.contains(each.delegation.value));
  for (auto const& each : terms.fares.fares.items) {
    EXPECT_TRUE(delegations.contains(each.delegation.value)) << each.delegation.value;
    EXPECT_TRUE(routes.contains(each.route.value)) << each.route.value;
  }
  for (auto const& each : terms.fares.rates.items) EXPECT_TRUE(kinds.contains(each.kind.value)) << each.kind.value;
  for (auto const& each : terms.packages.items)
    if (each.kinds)
      for (auto const& kind : each.kinds->items) EXPECT_TRUE(kinds.contains(kind.value)) << kind.value;
  for (auto const& each : x_file.funds.items)
    if (each.kinds)
      for (auto const& kind : each.kinds->items) EXPECT_TRUE(kinds.contains(kind.value)) << kind.value;
}

TEST_P(demo_meeting, asks_only_for_attributes_that_applicants_can_have) {
  auto const& terms = x_file.sponsorship.value();
  std::set<std::string> known{"gender", "survivor", "companion", "category", "complete", "on_time", "costed"};
  for (auto const& each : terms.assessments.items) known.insert(each.id.value);
  for (auto const& each : terms.delegations.items)
    for (auto const& [name, ignored] : each.facts) known.insert(name.value);
  auto const ask = [&](condition const& who) {
    for (auto const& [name, ignored] : who) EXPECT_TRUE(known.contains(name.value)) << name.value;
  };
  for (auto const& each : terms.policy.points.items) ask(each.who);
  for (auto const& each : terms.policy.reserves.items) ask(each.who);
  for (auto const& each : terms.policy.caps.items) ask(each.who);
  for (auto const& each : terms.policy.gates.items) ask(each.who);
  for (auto const& each : x_file.funds.items)
    if (each.who) ask(*each.who);
}

TEST_P(demo_meeting, has_words_for_every_fact_and_for_every_text_in_one) {
  auto const& terms = x_file.sponsorship.value();
  std::set<std::pair<std::string, std::optional<attribute>>> labels;
  for (auto const& each : terms.labels.items)
    EXPECT_TRUE(labels.emplace(each.name.value, each.value).second) << each.name.value;
  for (auto const& each : terms.delegations.items)
    for (auto const& [name, value] : each.facts) {
      EXPECT_TRUE(labels.contains({name.value, std::nullopt})) << name.value;
      if (std::holds_alternative<std::string>(value.value))
        EXPECT_TRUE(labels.contains({name.value, value})) << name.value;
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
  auto const& terms = file.sponsorship.value();
  for (auto const& each : terms.packages.items) EXPECT_EQ(each.name.in.size(), 6u) << each.code.value;
  auto const named = [](auto const& list) {
    for (auto const& each : list.items) EXPECT_EQ(each.label.in.size(), 6u) << each.label.in.begin()->second.value;
  };
  named(terms.files);
  named(terms.assessments);
  named(terms.labels);
  named(terms.fares.routes);
  named(terms.policy.points);
  named(terms.policy.reserves);
  named(terms.policy.caps);
  named(terms.policy.gates);
}

TEST(demo_meetings, the_eleventh_meeting_knows_region_income_and_obligations_of_every_state) {
  auto const file = read("11msp");
  std::set<std::string> const states{"state_party", "signatory", "state_not_party"};
  std::set<std::string> described;
  for (auto const& each : file.sponsorship->delegations.items) {
    described.insert(each.delegation.value);
    for (auto const* name : {"region", "income", "ldc", "sids", "lldc", "party", "art3", "art4", "art5", "absent"})
      EXPECT_TRUE(each.facts.contains({name})) << each.delegation.value << " " << name;
  }
  for (auto const& each : file.delegations.items)
    if (states.contains(each.category.value)) EXPECT_TRUE(described.contains(each.id.value)) << each.id.value;
}

/// The published default: what the committee's table adds up to for one person at most.
TEST(demo_meetings, the_eleventh_meeting_gives_124_points_at_most) {
  auto const file = read("11msp");
  std::map<std::string, std::int64_t> most;
  for (auto const& each : file.sponsorship->policy.points.items) {
    EXPECT_EQ(each.who.size(), 1u) << each.id.value;
    auto& best = most[each.who.begin()->first.value];
    best = std::max(best, each.pts);
  }
  std::int64_t sum = 0;
  for (auto const& [name, pts] : most) sum += pts;
  EXPECT_EQ(sum, 124);
  EXPECT_FALSE(most.contains("gender"));
}

}  // namespace
}  // namespace dais::protocol
