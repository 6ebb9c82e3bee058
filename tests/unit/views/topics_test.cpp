#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "protocol/codec.hpp"
#include "protocol/merge_patch.hpp"
#include "protocol/registry.hpp"
#include "server/domain/meeting/apply.hpp"
#include "server/domain/organization/apply.hpp"
#include "server/views/meeting.hpp"
#include "server/views/organization.hpp"

namespace dais::views {
namespace {

using namespace domain;
using protocol::decode;

meeting_state one_meeting() {
  meeting_state state;
  state.id = {"m1"};
  state.details.categories.items.push_back({{"party"}, {{{{"en"}, {"State Party"}}}}, {}, 1});
  state.details.time_zone = {"UTC"};
  state.details.currency = {"CHF"};
  state.details.symbol_pattern = {".*"};
  for (auto* const name : {&state.details.name, &state.details.short_name, &state.details.venue})
    name->in[{"en"}] = {"Name"};
  state.details.opens = state.details.closes = std::chrono::year(2023) / 9 / 11;
  apply(state, delegation_added{{{"FRA"}, {{{{"en"}, {"France"}}}}, {"party"}}}, {1, {}});
  apply(state, domain::member_added{{"FRA"}, {"m-1"}, {}, {{"m-1"}, {}}}, {2, {}});
  return state;
}

TEST(topics, every_topic_of_the_registry_is_there_and_of_its_type) {
  auto const meeting = one_meeting();
  organization_state const organization;
  protocol::for_each_topic([&]<class State>(protocol::topic<State> const& each) {
    std::string name(each.name);
    if (name.ends_with('/')) name += name == "notices/category/" ? "party" : name == "application/" ? "m-1" : "FRA";
    auto const shown = each.scope == protocol::method_scope::organization ? organization_topic(organization, name)
                                                                          : meeting_topic(meeting, name);
    ASSERT_TRUE(shown) << name;
    EXPECT_TRUE(decode<State>(*shown)) << name << ": " << shown->dump();
  });
}

TEST(topics, what_is_no_topic_is_nothing) {
  auto const meeting = one_meeting();
  for (auto const* const name : {"", "/", "agend", "agenda/", "agenda/FRA", "delegation/", "delegation/LAO",
                                 "delegation/FRA/", "participants/LAO", "sponsorship/LAO", "notices/FRA",
                                 "notices/category/guest", "notices/delegation/LAO", "meetings", "other/FRA"})
    EXPECT_FALSE(meeting_topic(meeting, name)) << name;
  for (auto const* const name : {"", "agenda", "accounts", "meetings/"})
    EXPECT_FALSE(organization_topic({}, name)) << name;
}

TEST(topics, a_meeting_that_was_never_made_has_none) { EXPECT_FALSE(meeting_topic({}, "agenda")); }

TEST(topics, those_of_the_organization_follow_its_events) {
  protocol::account_details const anna{{"Anna"}, {"anna@example.org"}, {"fr"}};
  protocol::topics::meeting_summary summary{{{{{"en"}, {"Eleventh"}}}}, {{{{"en"}, {"11MSP"}}}}, {}, {}};
  summary.opens = summary.closes = std::chrono::year(2023) / 9 / 11;
  protocol::account_id const account{"a1"};
  organization_event const happening[] = {
      meeting_registered{{"m1"}, summary},
      account_added{account, {{"a1"}, anna}, {{protocol::role::secretariat, {}, {}}}},
      account_details_changed{account, {{"a1"}, {{{"Ana"}, {"ana@example.org"}, {"es"}}}}},
      account_roles_changed{account, {}},
      account_closed{account},
      account_forgotten{{"a1"}, account},
  };
  organization_state state;
  protocol::seq at = 0;
  for (auto const& event : happening) {
    std::map<std::string, protocol::json> before;
    for (auto const* const name : {"meetings", "accounts@secretariat"}) before[name] = *organization_topic(state, name);
    ++at;
    apply(state, event, {at, {}});
    auto const names = touched(state, event);
    for (auto const& [name, earlier] : before)
      EXPECT_EQ(std::ranges::find(names, name) != names.end(), organization_topic(state, name) != earlier)
          << name << " " << at;
  }
  EXPECT_EQ(organization_topic(state, "accounts@secretariat")->dump().find("ana@"), std::string::npos);
  EXPECT_TRUE(decode<protocol::topics::meetings>(*organization_topic(state, "meetings")));
}

}  // namespace
}  // namespace dais::views
