#include "server/views/registration.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "protocol/codec.hpp"
#include "server/domain/meeting/apply.hpp"
#include "server/views/meeting.hpp"
#include "server/views/sponsorship.hpp"

namespace dais::views {
namespace {

using namespace domain;
using protocol::member_category;
using protocol::member_id;

protocol::delegation_id const fra{"FRA"};

struct desk {
  desk() {
    state.id = {"m1"};
    happens(delegation_added{{fra, {{{{"en"}, {"France"}}}}, {"party"}}});
  }
  void happens(meeting_event const& event) {
    ++at;
    apply(state, event, {at, protocol::instant(std::chrono::minutes(at))});
  }
  void add(std::string const& id, std::string const& name, member_category category,
           std::optional<protocol::name_text> latin = {}) {
    happens(member_added{fra, {id}, category, {{id}, details(name, category, std::move(latin))}});
  }
  static protocol::member_details details(std::string const& name, member_category category,
                                          std::optional<protocol::name_text> latin = {}) {
    protocol::member_details member;
    member.name = {name};
    member.name_latin = std::move(latin);
    member.category = category;
    member.gender = protocol::gender::female;
    member.email = protocol::email{"a@example.org"};
    member.language = {"fr"};
    return member;
  }
  delegation const& france() const { return state.registration.delegations.at(fra); }

  meeting_state state;
  protocol::seq at = 0;
};

TEST(registration_view, participants_stand_with_the_head_first_then_by_place_and_name) {
  desk with;
  with.add("1", "Zoé", member_category::adviser);
  with.add("2", "Ярослав", member_category::adviser, protocol::name_text{"Iaroslav"});
  with.add("3", "Anna", member_category::alternate);
  with.add("4", "Yves", member_category::head);
  with.happens(delegation_approved{fra});
  EXPECT_EQ(delegation_participants_view(with.france()).order, (std::vector<member_id>{{"4"}, {"3"}, {"2"}, {"1"}}));
}

TEST(registration_view, a_delegation_is_among_the_participants_once_a_member_is_approved) {
  desk with;
  with.add("1", "Anna", member_category::head);
  EXPECT_TRUE(participants_view(with.state.registration).delegations.empty());
  with.happens(delegation_approved{fra});
  EXPECT_EQ(participants_view(with.state.registration).delegations.at(fra).members, 1);
}

TEST(registration_view, the_approved_entry_is_shown_while_a_change_waits) {
  desk with;
  with.add("1", "Anna", member_category::head);
  with.happens(delegation_approved{fra});
  with.happens(member_changed{fra, {"1"}, member_category::head, {{"1"}, desk::details("Ada", member_category::head)}});
  EXPECT_EQ(delegation_participants_view(with.france()).members.at({"1"}).name->value, "Anna");
  auto const own = delegation_view(with.france(), with.state.details).members.at({"1"});
  EXPECT_EQ(own.approved->name.value, "Anna");
  EXPECT_EQ(own.draft->name.value, "Ada");
  EXPECT_EQ(registrations_view(with.state.registration).delegations.at(fra).waiting, 1);
}

TEST(registration_view, of_a_forgotten_person_only_the_place_is_left) {
  desk with;
  with.add("1", "Anna", member_category::head);
  with.happens(delegation_approved{fra});
  with.happens(application_received{{"a1"}, fra, {"1"}, {{"1"}, protocol::application_details{}}});
  EXPECT_EQ(sponsorship_view(with.state).applications.at({"a1"}).name, "Anna");
  with.happens(person_forgotten{{"1"}, fra});
  auto const shown = delegation_participants_view(with.france()).members.at({"1"});
  EXPECT_FALSE(shown.name);
  EXPECT_EQ(shown.category, member_category::head);
  auto const own = delegation_view(with.france(), with.state.details).members.at({"1"});
  EXPECT_TRUE(own.erased);
  EXPECT_FALSE(own.approved);
  auto const application = sponsorship_view(with.state).applications.at({"a1"});
  EXPECT_FALSE(application.name);
  EXPECT_FALSE(application.gender);
  EXPECT_FALSE(application.details);
}

TEST(registration_view, the_committee_reads_the_delegation_by_its_name_also_where_nobody_is_approved) {
  desk with;
  with.add("1", "Anna", member_category::head);
  with.happens(application_received{{"a1"}, fra, {"1"}, {{"1"}, protocol::application_details{}}});
  auto const shown = [&] { return sponsorship_view(with.state).applications.at({"a1"}).delegation_name; };
  EXPECT_EQ(shown(), with.france().name);
  protocol::localized_name const renamed{{{{"en"}, {"French Republic"}}}};
  delegation_changed const change{{fra, renamed, with.france().category}};
  with.happens(change);
  EXPECT_EQ(shown(), renamed);
  auto const names = touched(with.state, change);
  EXPECT_NE(std::ranges::find(names, "sponsorship@committee"), names.end());
}

TEST(registration_view, what_is_missing_follows_the_questions_of_the_meeting) {
  desk with;
  with.add("1", "Anna", member_category::head);
  EXPECT_TRUE(delegation_view(with.france(), with.state.details).missing.empty());
  auto asking = with.state.details;
  asking.fields.items.push_back({{"visa"}, {{{{"en"}, {"Visa"}}}}, {}, protocol::field_type::line, true, {}});
  with.happens(meeting_changed{asking});
  EXPECT_EQ(delegation_view(with.france(), with.state.details).missing.size(), 1U);
  auto const names = touched(with.state, meeting_changed{asking});
  EXPECT_NE(std::ranges::find(names, "delegation/FRA"), names.end());
}

}  // namespace
}  // namespace dais::views
