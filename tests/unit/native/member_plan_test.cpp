#include "client/native/member_plan.hpp"

#include <gtest/gtest.h>

using namespace dais::native;
using dais::protocol::delegation_id;
using dais::protocol::error_code;
using dais::protocol::json;
using dais::protocol::member_details;
using dais::protocol::member_id;
using dais::protocol::topics::delegation;
using kind = planned_member::step;

namespace {

dais::protocol::meeting_id const msp{"11msp"};

member_details details(std::string const& name, std::string const& email = {}) {
  member_details out;
  out.name.value = name;
  out.language.value = "fr";
  out.category = dais::protocol::member_category::adviser;
  if (!email.empty()) out.email = dais::protocol::email{email};
  return out;
}

/// A delegation FRA whose members are m0, m1, … with these details.
std::map<delegation_id, delegation> france(std::vector<member_details> const& members) {
  delegation out;
  out.version = 7;
  for (auto const& one : members) {
    member_id const id{"m" + std::to_string(out.members.size())};
    out.members[id].draft = one;
    out.members[id].version = 3;
  }
  return {{{"FRA"}, out}};
}

member_plan plan(std::string const& rows, std::map<delegation_id, delegation> const& now) {
  auto const read = read_member_file("delegation,name,category,language,email,function\n" + rows);
  EXPECT_TRUE(read.problems.empty());
  return plan_members(read.rows, msp, now);
}

/// "add", "same", or which member changes what: "m0 email name".
std::vector<std::string> steps(member_plan const& of) {
  std::vector<std::string> out;
  for (auto const& one : of.members) {
    auto text = one.what == kind::add    ? std::string("add")
                : one.what == kind::same ? std::string("same")
                                         : one.request.params["member"].get<std::string>();
    for (auto const& field : one.fields) text += ' ' + field;
    out.push_back(text);
  }
  return out;
}

using expected = std::vector<std::string>;

}  // namespace

TEST(member_plan, who_is_not_there_is_added) {
  auto const got = plan("FRA,Ana,adviser,fr,,\n", france({}));
  ASSERT_EQ(steps(got), expected{"add"});
  EXPECT_EQ(got.members[0].request.method, "registration.add_member");
  EXPECT_EQ(got.members[0].request.params["details"]["name"], "Ana");
}

TEST(member_plan, a_row_that_says_nothing_new_is_not_sent) {
  EXPECT_EQ(steps(plan("FRA,Ana,adviser,fr,,\n", france({details("Ana", "ana@example.org")}))), expected{"same"});
}

TEST(member_plan, a_name_or_else_an_address_tells_who_it_is) {
  auto const now = france({details("Ana", "ana@example.org"), details("Ben", "ben@example.org")});
  EXPECT_EQ(steps(plan("FRA,Benn,adviser,fr,ben@example.org,\nFRA,Ana,adviser,en,ana@example.net,\n", now)),
            (expected{"m1 name", "m0 email language"}));
}

TEST(member_plan, a_change_names_the_versions_that_were_seen_and_keeps_what_the_row_does_not_give) {
  auto one = details("Ana");
  one.needs = dais::protocol::text<1, 1000>{"A ramp"};
  one.fields[{"badge"}].value = "blue";
  auto const got = plan("FRA,Ana,adviser,fr,,Minister\n", france({one}));
  ASSERT_EQ(steps(got), expected{"m0 function"});
  auto const& params = got.members[0].request.params;
  EXPECT_EQ(params["version"], 3);
  EXPECT_EQ(params["details"]["needs"], "A ramp");
  EXPECT_EQ(params["details"]["fields"]["badge"], "blue");
}

TEST(member_plan, an_address_that_several_share_tells_nobody_apart) {
  auto const now = france({details("Ana", "mission@example.org"), details("Ben", "mission@example.org")});
  EXPECT_EQ(steps(plan("FRA,Ana,adviser,fr,mission@example.org,\nFRA,Ben,adviser,fr,mission@example.org,\n"
                       "FRA,Cy,adviser,fr,mission@example.org,\n",
                       now)),
            (expected{"same", "same", "add"}));
  auto const one = france({details("Ana", "mission@example.org")});
  EXPECT_EQ(steps(plan("FRA,Ben,adviser,fr,mission@example.org,\nFRA,Cy,adviser,fr,mission@example.org,\n", one)),
            (expected{"add", "add"}));
}

TEST(member_plan, people_of_the_same_name_are_told_apart_by_their_addresses_or_not_at_all) {
  auto const now = france({details("Ana", "a@example.org"), details("Ana", "b@example.org")});
  EXPECT_EQ(steps(plan("FRA,Ana,adviser,en,b@example.org,\n", now)), expected{"m1 language"});
  auto const unclear = plan("FRA,Ana,adviser,en,c@example.org,\n", now);
  EXPECT_TRUE(unclear.members.empty());
  ASSERT_EQ(unclear.problems.size(), 1U);
  EXPECT_EQ(unclear.problems[0].line, 2);
  EXPECT_EQ(unclear.problems[0].field, "name");
  EXPECT_EQ(unclear.problems[0].what.code, error_code::already_there);
}

TEST(member_plan, two_new_people_of_one_name_are_added_once) {
  auto const rows = "FRA,Ana,adviser,fr,,Judge\nFRA,Ana,adviser,fr,,Clerk\n";
  EXPECT_EQ(steps(plan(rows, france({}))), (expected{"add", "add"}));
  auto judge = details("Ana"), clerk = details("Ana");
  judge.function.value = "Judge";
  clerk.function.value = "Clerk";
  EXPECT_EQ(steps(plan(rows, france({clerk, judge}))), (expected{"same", "same"}));
}

TEST(member_plan, who_was_forgotten_is_nobody_and_who_is_leaving_is_asked_back) {
  auto now = france({details("Ana"), details("Ben")});
  auto& members = now.at({"FRA"}).members;
  members.at({"m0"}).erased = true;
  members.at({"m1"}).leaving = true;
  EXPECT_EQ(steps(plan("FRA,Ana,adviser,fr,,\nFRA,Ben,adviser,fr,,\n", now)), (expected{"add", "m1"}));
}

TEST(member_plan, a_delegation_that_is_not_there_is_a_problem_of_its_lines) {
  auto const got = plan("FRA,Ana,adviser,fr,,\nCHE,Cy,adviser,fr,,\n", france({}));
  ASSERT_EQ(got.problems.size(), 1U);
  EXPECT_EQ(got.problems[0].line, 3);
  EXPECT_EQ(got.problems[0].field, "delegation");
}

TEST(member_plan, what_was_seen_decides_the_command_id) {
  auto const id = [](std::string const& name, dais::protocol::seq version) {
    auto now = france({});
    now.at({"FRA"}).version = version;
    return plan("FRA," + name + ",adviser,fr,,\n", now).members.at(0).request.command->value;
  };
  EXPECT_EQ(id("Ana", 1), id("Ana", 1));
  EXPECT_NE(id("Ana", 1), id("Ben", 1));
  EXPECT_NE(id("Ana", 1), id("Ana", 2)) << "else nobody who was taken out could be added again";
  EXPECT_TRUE(dais::protocol::valid_id(id("Ana", 1)));
}
