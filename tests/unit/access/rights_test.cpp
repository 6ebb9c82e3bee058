#include "server/access/rights.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include <boost/mp11/algorithm.hpp>

#include "protocol/registry.hpp"
#include "server/access/rights_table.hpp"
#include "tests/unit/access/expected_rights.hpp"

namespace dais::access {
namespace {

using protocol::delegation_id;
using protocol::error_code;
using protocol::meeting_id;
using protocol::role;
using protocol::role_grant;

meeting_id const m1{"m1"}, m2{"m2"};
delegation_id const fra{"FRA"}, lao{"LAO"};

principal with(std::vector<role_grant> roles) {
  return {.account = protocol::account_id{"a1"},
          .roles = std::move(roles),
          .session = {},
          .by_link = false,
          .language = {"en"},
          .name = "A. Name"};
}

/// In the order of the columns of expected_rights.
std::vector<principal> const everybody = {
    {},
    with({}),
    with({{role::secretariat, {}, {}}}),
    with({{role::secretariat, m1, {}}}),
    with({{role::secretariat, m2, {}}}),
    with({{role::president, m1, {}}}),
    with({{role::committee, m1, {}}}),
    with({{role::focal_point, m1, fra}}),
    with({{role::delegate, m1, fra}}),
    with({{role::display, m1, {}}}),
};

std::optional<protocol::category_id> category_of(delegation_id const& delegation) {
  if (delegation == fra) return protocol::category_id{"party"};
  if (delegation == lao) return protocol::category_id{"observer"};
  return std::nullopt;
}

bool of_organization(std::string_view topic) {
  bool found = false;
  protocol::for_each_topic([&](auto const& each) {
    if (each.name == topic) found = each.scope == protocol::method_scope::organization;
  });
  return found;
}

std::optional<protocol::rejection> ask(principal const& who, expectation const& about) {
  std::string const of(about.of), subject(about.subject);
  switch (about.what) {
    case kind::call:
      return may_call(who, subject, m1, of.empty() ? std::nullopt : std::optional(delegation_id{of}));
    case kind::follow:
      return may_follow(who, of_organization(subject) ? std::nullopt : std::optional(m1), subject + of, category_of);
    case kind::export_:
      return may_export(who, m1, subject);
    case kind::have:
      return may_have(who, m1, subject, delegation_id{of}, protocol::member_id{"m-1"});
    case kind::read:
      return may_read(who, m1,
                      subject == "everyone"       ? protocol::audience::everyone
                      : subject == "participants" ? protocol::audience::participants
                                                  : protocol::audience::secretariat);
  }
  return std::nullopt;
}

std::string outcomes_of(expectation const& about) {
  std::string outcomes;
  for (auto const& who : everybody) {
    auto const refused = ask(who, about);
    if (!outcomes.empty()) outcomes += ' ';
    outcomes += !refused                                    ? '+'
                : refused->code() == error_code::forbidden  ? '.'
                : refused->code() == error_code::signed_out ? 's'
                                                            : '?';
  }
  return outcomes;
}

TEST(rights, everybody_may_do_what_is_written_and_nothing_else) {
  for (auto const& each : expected_rights) EXPECT_EQ(outcomes_of(each), each.outcomes) << each.subject << each.of;
}

TEST(rights, the_expectations_speak_of_every_row) {
  for (auto const& each : rights_table()) {
    bool const there = std::ranges::any_of(expected_rights, [&](auto const& expected) {
      return static_cast<int>(expected.what) == static_cast<int>(each.kind) && expected.subject == each.name;
    });
    EXPECT_TRUE(there) << each.name;
  }
}

TEST(rights, a_delegate_reaches_their_own_application_and_no_other) {
  auto const own = with({{role::delegate, m1, fra, protocol::member_id{"m-1"}}});
  EXPECT_FALSE(may_follow(own, m1, "application/m-1", category_of));
  EXPECT_TRUE(may_follow(own, m1, "application/m-2", category_of));
  EXPECT_TRUE(may_follow(own, m2, "application/m-1", category_of));
  EXPECT_TRUE(may_follow(own, m1, "sponsorship/FRA", category_of));
  for (auto const* part : {"files", "letter"}) {
    EXPECT_FALSE(may_have(own, m1, part, fra, protocol::member_id{"m-1"}));
    EXPECT_TRUE(may_have(own, m1, part, fra, protocol::member_id{"m-2"}));
    EXPECT_TRUE(may_have(own, m2, part, fra, protocol::member_id{"m-1"}));
  }
}

TEST(rights, every_method_has_exactly_one_row) {
  std::vector<std::string_view> methods;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, protocol::methods>>(
      [&](auto each) { methods.push_back(decltype(each)::type::info.name); });
  for (auto const name : methods)
    EXPECT_EQ(std::ranges::count_if(rights_table(),
                                    [&](row const& r) { return r.kind == subject_kind::method && r.name == name; }),
              1)
        << name;
  EXPECT_EQ(std::ranges::count(rights_table(), subject_kind::method, &row::kind), std::ssize(methods));
}

TEST(rights, every_topic_has_exactly_one_row) {
  std::ptrdiff_t topics = 0;
  protocol::for_each_topic([&](auto const& each) {
    ++topics;
    EXPECT_EQ(std::ranges::count_if(rights_table(),
                                    [&](row const& r) { return r.kind == subject_kind::topic && r.name == each.name; }),
              1)
        << each.name;
  });
  EXPECT_EQ(std::ranges::count(rights_table(), subject_kind::topic, &row::kind), topics);
}

TEST(rights, a_grant_without_a_meeting_counts_in_every_meeting) {
  auto const who = with({{role::focal_point, {}, fra}});
  EXPECT_FALSE(may_call(who, "registration.submit", m1, fra));
  EXPECT_FALSE(may_call(who, "registration.submit", m2, fra));
  EXPECT_TRUE(may_call(who, "registration.submit", m2, lao));
}

TEST(rights, a_grant_of_another_meeting_does_not_count) {
  auto const who = with({{role::focal_point, m2, fra}, {role::president, m2, {}}});
  EXPECT_TRUE(may_call(who, "registration.submit", m1, fra));
  EXPECT_TRUE(may_call(who, "agenda.open", m1, {}));
  EXPECT_TRUE(may_follow(who, m1, "participants", category_of));
  EXPECT_TRUE(may_read(who, m1, protocol::audience::participants));
}

TEST(rights, several_grants_add_up) {
  auto const who = with({{role::focal_point, m1, fra}, {role::focal_point, m1, lao}, {role::committee, m1, {}}});
  EXPECT_FALSE(may_call(who, "registration.submit", m1, fra));
  EXPECT_FALSE(may_call(who, "registration.submit", m1, lao));
  EXPECT_FALSE(may_follow(who, m1, "sponsorship@committee", category_of));
}

TEST(rights, a_focal_point_without_a_delegation_may_nothing_of_anybody) {
  auto const who = with({{role::focal_point, m1, {}}});
  EXPECT_TRUE(may_call(who, "registration.submit", m1, fra));
  EXPECT_TRUE(may_call(who, "registration.submit", m1, {}));
  EXPECT_TRUE(may_follow(who, m1, "delegation/FRA", category_of));
  EXPECT_TRUE(may_follow(who, m1, "notices/category/party", category_of));
}

TEST(rights, roles_without_an_account_do_not_count) {
  auto who = with({{role::secretariat, {}, {}}});
  who.account.reset();
  EXPECT_EQ(may_call(who, "agenda.open", m1, {})->code(), error_code::signed_out);
  EXPECT_FALSE(acts_for_organization(who));
}

TEST(rights, only_the_secretariat_of_all_meetings_acts_for_the_organization) {
  for (std::size_t i = 0; i < everybody.size(); ++i) EXPECT_EQ(acts_for_organization(everybody[i]), i == 2) << i;
}

TEST(rights, a_name_that_can_be_no_topic_is_unknown) {
  auto const who = with({{role::secretariat, {}, {}}});
  for (auto const* const name :
       {"", "agend", "agenda/", "delegation/", "delegation", "delegation/FRA/x", "delegation/FRA LAO", "notices/",
        "notices/category/", "notices/other/FRA", "meetings", "accounts@secretariat", "documents@public"})
    EXPECT_EQ(may_follow(who, m1, name, category_of)->code(), error_code::unknown_topic) << name;
  for (auto const* const name : {"agenda", "meeting", "delegation/FRA", "participants"})
    EXPECT_EQ(may_follow(who, std::nullopt, name, category_of)->code(), error_code::unknown_topic) << name;
}

TEST(rights, a_method_or_an_export_that_is_not_there_is_named) {
  EXPECT_EQ(may_call({}, "agenda.explode", m1, {})->code(), error_code::unknown_method);
  EXPECT_EQ(may_export({}, m1, "passwords")->code(), error_code::not_found);
}

TEST(rights, a_reader_gets_the_widest_audience_of_their_roles) {
  EXPECT_EQ(widest_audience({}, m1), protocol::audience::everyone);
  EXPECT_EQ(widest_audience(with({{role::delegate, m1, fra}}), m1), protocol::audience::participants);
  EXPECT_EQ(widest_audience(with({{role::secretariat, m1, {}}}), m1), protocol::audience::secretariat);
  EXPECT_EQ(widest_audience(with({{role::secretariat, m2, {}}}), m1), protocol::audience::everyone);
}

}  // namespace
}  // namespace dais::access
