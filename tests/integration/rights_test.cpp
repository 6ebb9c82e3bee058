// What each role may see and do, asked from outside as a stranger would: every topic, document and export.

#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <utility>

#include "client/native/connection.hpp"
#include "tests/integration/stage.hpp"

namespace dais::integration {
namespace {

using names = std::set<std::string>;

struct rights : testing::TestWithParam<int> {
  stage on{static_cast<std::size_t>(GetParam())};
  std::map<std::string, std::string> tokens{{"public_reader", ""}};

  void SetUp() override {
    for (auto const* role : {"secretariat", "president", "committee", "focal_point", "delegate", "display"})
      tokens[role] = on.sign_in(role);
    plant();
  }

  /// A member, an application and documents whose texts can be recognized wherever they turn up.
  void plant() {
    auto const& secretariat = tokens["secretariat"];
    auto const add = [&](std::string const& delegation, std::string const& mark, std::string const& category) {
      return on
          .command(secretariat, "registration.add_member",
                   {{"delegation", delegation},
                    {"details",
                     {{"name", "NAME" + mark},
                      {"title", ""},
                      {"function", "FUNCTION" + mark},
                      {"category", category},
                      {"gender", "female"},
                      {"email", "email" + mark + "@example.org"},
                      {"language", "en"},
                      {"needs", "NEEDS" + mark},
                      {"fields", {{"boat", "yes"}}}}}})["member"]
          .get<std::string>();
    };
    auto const mine = add(on.delegation, "mine", "adviser"), theirs = add(on.other, "theirs", "head");
    for (auto const& each : {on.delegation, on.other}) {
      // The demo has submitted some already; a member whom the secretariat adds does not take that back.
      on.call(secretariat, "registration.submit",
              {{"meeting", on.meeting}, {"command_id", "submit-" + each}, {"delegation", each}});
      auto const version = on.follow(secretariat, {"delegation/" + each}).begin()->second.value()["version"];
      on.command(secretariat, "registration.approve", {{"delegation", each}, {"version", version}});
    }
    for (auto const& [delegation, member, mark] :
         {std::tuple(on.delegation, mine, "mine"), std::tuple(on.other, theirs, "theirs")})
      on.command(
          secretariat, "sponsorship.apply",
          {{"delegation", delegation},
           {"member", member},
           {"details",
            {{"extent", "whole"}, {"reason", std::string("REASON") + mark}, {"survivor", true}, {"companion", true}}}});
    for (auto const* audience : {"everyone", "participants", "secretariat"}) {
      auto const id = on.command(secretariat, "documents.create",
                                 {{"details",
                                   {{"title", {{"en", std::string("TITLE") + audience}}},
                                    {"kind", kind()},
                                    {"audience", audience},
                                    {"items", json::array()}}}})["document"]
                          .get<std::string>();
      documents[audience] = id;
      auto const put = on.put(secretariat, "/uploads/" + on.meeting + "/" + id + "/en?name=paper.txt",
                              std::string("TEXT for ") + audience + "\n");
      ASSERT_EQ(put.head.status, 201) << put.body;
      auto const version =
          on.follow(secretariat, {"documents@secretariat"}).begin()->second.value()["documents"][id]["version"];
      on.command(secretariat, "documents.publish", {{"document", id}, {"version", version}});
    }
    on.command(secretariat, "notices.post",
               {{"text", {{"en", "NOTICEmine"}}}, {"to", {{"delegation", on.delegation}}}});
    on.command(secretariat, "notices.post", {{"text", {{"en", "NOTICEtheirs"}}}, {"to", {{"delegation", on.other}}}});
    on.command(secretariat, "notices.post", {{"text", {{"en", "NOTICEparty"}}}, {"to", {{"category", "party"}}}});
    on.command(secretariat, "notices.post",
               {{"text", {{"en", "NOTICEfishers"}}}, {"to", {{"category", "water_user"}}}});
  }
  std::string kind() {
    return on.follow("", {"meeting"}).begin()->second.value()["details"]["document_kinds"][0]["id"].get<std::string>();
  }

  std::map<std::string, std::string> documents;
};

names const open_to_all{"meetings", "meeting", "agenda", "agenda.versions", "documents", "notices", "sponsorship"};

names with(names base, std::initializer_list<char const*> more) {
  for (auto const* each : more) base.insert(each);
  return base;
}

TEST_P(rights, each_role_sees_its_own_topics_and_no_other) {
  names const takes_part = with(open_to_all, {"documents@participants", "participants", "participants/upper-sample",
                                              "participants/lower-sample"});
  auto const of_delegation = with(takes_part, {"notices/category/party", "notices/delegation/upper-sample"});
  auto const all = on.every_topic();
  std::map<std::string, names> const expected{
      {"public_reader", open_to_all},
      {"display", open_to_all},
      {"committee", with(open_to_all, {"sponsorship@committee", "sponsorship.terms@committee", "allocation@committee",
                                       "allocation.trials@committee"})},
      {"president", takes_part},
      {"delegate", of_delegation},
      {"focal_point", with(of_delegation, {"delegation/upper-sample", "sponsorship/upper-sample"})},
      {"secretariat", names(all.begin(), all.end())},
  };
  for (auto const& [role, allowed] : expected) {
    names seen;
    for (auto const& [topic, state] : on.follow(tokens[role], all))
      if (state) seen.insert(topic);
    EXPECT_EQ(seen, allowed) << role;
  }
}

TEST_P(rights, personal_data_reaches_nobody_but_those_it_is_for) {
  auto const all = on.every_topic();
  names const for_the_desk{"needsmine", "emailmine", "needstheirs", "emailtheirs"};
  for (auto const& [role, token] : tokens) {
    std::string text;
    for (auto const& [topic, state] : on.follow(token, all))
      if (state) text += state->dump();
    for (auto const* content : {"participants", "agenda", "documents"})
      for (auto const* format : {"csv", "json"})
        text += on.get(token, "/exports/" + on.meeting + "/" + content + "." + format + "?lang=en").body;
    bool const secretariat = role == "secretariat", focal = role == "focal_point", committee = role == "committee";
    auto const expect = [&](std::string const& mark, bool visible) {
      EXPECT_EQ(text.find(mark) != text.npos, visible) << role << " and " << mark;
    };
    expect("NEEDSmine", secretariat || focal);
    expect("emailmine@example.org", secretariat || focal);
    expect("NEEDStheirs", secretariat);
    expect("emailtheirs@example.org", secretariat);
    expect("REASONmine", secretariat || focal || committee);
    expect("REASONtheirs", secretariat || committee);
    expect("\"survivor\"", secretariat || focal || committee);
    bool const takes_part = secretariat || focal || role == "delegate" || role == "president";
    expect("NAMEtheirs", takes_part || committee);
    expect("FUNCTIONtheirs", takes_part);
    expect("TITLEparticipants", takes_part);
    expect("TITLEsecretariat", secretariat);
    expect("NOTICEtheirs", secretariat);
    expect("NOTICEmine", secretariat || focal || role == "delegate");
    expect("NOTICEfishers", secretariat);
    expect("TITLEeveryone", true);
  }
}

TEST_P(rights, documents_are_read_by_their_audience_only) {
  for (auto const& [role, token] : tokens) {
    auto const status = [&](std::string const& audience) {
      return on.get(token, "/documents/" + on.meeting + "/" + documents[audience] + "/en").head.status;
    };
    bool const takes_part = role == "secretariat" || role == "president" || role == "focal_point" || role == "delegate";
    EXPECT_EQ(status("everyone"), 200) << role;
    EXPECT_EQ(status("participants") == 200, takes_part) << role;
    EXPECT_EQ(status("secretariat") == 200, role == "secretariat") << role;
  }
}

TEST_P(rights, an_earlier_revision_stays_with_those_it_was_for) {
  auto const& secretariat = tokens["secretariat"];
  auto const id = documents["participants"];
  auto const version = [&] {
    return on.follow(secretariat, {"documents@secretariat"}).begin()->second.value()["documents"][id]["version"];
  };
  on.command(secretariat, "documents.revise", {{"document", id}});
  auto const uploads = "/uploads/" + on.meeting + "/" + id + "/en?name=second.txt";
  ASSERT_EQ(on.put(secretariat, uploads, "TEXT for everybody\n").head.status, 201);
  on.command(secretariat, "documents.publish", {{"document", id}, {"version", version()}});
  json const details = {
      {"title", {{"en", "Open now"}}}, {"kind", kind()}, {"audience", "everyone"}, {"items", json::array()}};
  on.command(secretariat, "documents.change", {{"document", id}, {"version", version()}, {"details", details}});
  auto const address = "/documents/" + on.meeting + "/" + id + "/en";
  for (auto const& [role, token] : tokens) {
    bool const took_part = role == "secretariat" || role == "president" || role == "focal_point" || role == "delegate";
    EXPECT_EQ(on.get(token, address).body, "TEXT for everybody\n") << role;
    EXPECT_EQ(on.get(token, address + "/2").head.status, 200) << role;
    EXPECT_EQ(on.get(token, address + "/1").head.status == 200, took_part) << role;
  }
}

TEST_P(rights, who_follows_the_notices_of_a_category_leaves_them_with_it) {
  auto const& secretariat = tokens["secretariat"];
  std::string const topic = "notices/category/party";
  std::unique_ptr<native::connection> screen;
  bool refused = false;
  native::connection_events events;
  bool changed = false;
  events.changed = [&](native::topic_key const&, native::topic_mirror const&) {
    if (std::exchange(changed, true)) return;
    auto const state = on.follow(secretariat, {"delegation/" + on.delegation}).begin()->second.value();
    json const details = {{"id", on.delegation}, {"name", state["name"]}, {"category", "riparian"}};
    on.command(secretariat, "registration.change_delegation", {{"version", state["version"]}, {"details", details}});
  };
  events.not_followed = [&](native::topic_key const&, protocol::rejection const& why) {
    refused = why.code() == protocol::error_code::forbidden;
    screen->stop();
  };
  screen = std::make_unique<native::connection>(on.where(), tokens["delegate"], std::move(events));
  screen->follow({protocol::meeting_id{on.meeting}, topic});
  screen->after(std::chrono::seconds(30), [&] { screen->stop(); });
  screen->run();
  EXPECT_TRUE(changed);
  EXPECT_TRUE(refused);
}

TEST_P(rights, a_role_without_the_right_to_a_command_is_refused_and_nothing_changes) {
  auto const before = on.follow(tokens["secretariat"], on.every_topic());
  json const probe = {{"delegation", on.other}};
  for (auto const& [role, token] : tokens) {
    if (role == "secretariat") continue;
    auto const refused = [&](std::string const& method, json params) {
      params["meeting"] = on.meeting;
      params["command_id"] = "probe-" + role + method;
      auto const code = stage::code_of(on.call(token, method, params));
      EXPECT_EQ(code, token.empty() ? "signed_out" : "forbidden") << role << " " << method;
    };
    refused("registration.submit", probe);
    refused("registration.approve", {{"delegation", on.delegation}, {"version", 1}});
    refused("documents.withdraw", {{"document", documents["everyone"]}, {"reason", "x"}});
    refused("notices.post", {{"text", {{"en", "x"}}}, {"to", json::object()}});
    refused("sponsorship.withdraw", {{"delegation", on.other}, {"application", "a"}});
    refused("people.forget", {{"person", "p"}});
    if (role != "president") refused("agenda.open", {{"item", "item-i"}});
  }
  EXPECT_EQ(on.follow(tokens["secretariat"], on.every_topic()), before);
}

TEST_P(rights, a_focal_point_cannot_reach_a_foreign_member_through_its_own_delegation) {
  auto const members = on.follow(tokens["secretariat"], {"delegation/" + on.other}).begin()->second.value()["members"];
  auto const foreign = members.begin().key();
  json const params = {{"meeting", on.meeting},
                       {"command_id", "reach"},
                       {"delegation", on.delegation},
                       {"member", foreign},
                       {"version", 1}};
  EXPECT_EQ(stage::code_of(on.call(tokens["focal_point"], "registration.remove_member", params)), "not_found");
}

TEST_P(rights, a_letter_of_somebody_else_is_answered_like_one_that_is_not_there) {
  auto const all = on.follow(tokens["secretariat"], {"sponsorship@committee"}).begin()->second.value()["applications"];
  auto const ask = [&](std::string const& role, std::string const& application) {
    return on.get(tokens[role], "/exports/" + on.meeting + "/letter-" + application + ".pdf");
  };
  ASSERT_GE(all.size(), 2U);
  for (auto const* role : {"public_reader", "delegate", "president", "focal_point", "committee"})
    for (auto const& [id, ignored] : all.items()) {
      auto const got = ask(role, id), none = ask(role, "none");
      EXPECT_EQ(got.head.status, std::string(role) == "public_reader" ? 401 : 404) << role;
      EXPECT_EQ(got.head.status, none.head.status) << role;
      EXPECT_EQ(got.body, none.body) << role;
    }
}

TEST_P(rights, reports_about_sponsorship_are_for_the_committee_and_the_secretariat) {
  for (auto const& [role, token] : tokens)
    for (auto const* report : {"sponsorship-donors.json", "sponsorship-meeting.pdf", "sponsorship-meeting.xlsx"}) {
      auto const got = on.get(token, "/exports/" + on.meeting + "/" + report);
      bool const may = role == "secretariat" || role == "committee";
      EXPECT_EQ(got.head.status, may ? 200 : role == "public_reader" ? 401 : 403) << role << report;
      EXPECT_EQ(got.body.find("REASON"), got.body.npos);
    }
}

TEST_P(rights, a_revoked_session_can_do_nothing_any_more) {
  auto const token = on.sign_in("delegate");
  auto const sessions = on.must(token, "sessions.list", json::object())["sessions"];
  for (auto const& each : sessions)
    if (each["current"] == true) on.must(tokens["secretariat"], "sessions.revoke", {{"session", each["id"]}});
  EXPECT_EQ(on.get(token, "/exports/" + on.meeting + "/participants.csv").head.status, 401);
}

TEST_P(rights, the_secretariat_of_one_meeting_makes_no_other) {
  auto const token = on.sign_in_as_new({{{"role", "secretariat"}, {"meeting", on.meeting}}}, "one@example.org");
  json const params = {{"meeting", "another"}, {"command_id", "new"}, {"file", "{}"}, {"digest", ""}};
  auto const answer = on.call(token, "meeting.import", params);
  EXPECT_EQ(stage::code_of(answer), "forbidden") << answer;
}

INSTANTIATE_TEST_SUITE_P(shards, rights, testing::Values(1, 3));

}  // namespace
}  // namespace dais::integration
