// A meeting as it runs: live changes, commands that happen once, a restart, a person who is forgotten.

#include <gtest/gtest.h>

#include <thread>

#include "client/native/connection.hpp"
#include "tests/integration/stage.hpp"

namespace dais::integration {
namespace {

struct running_meeting : testing::TestWithParam<int> {
  stage on{static_cast<std::size_t>(GetParam())};
  std::string item() { return on.follow("", {"agenda"}).begin()->second.value()["order"][0].get<std::string>(); }
};

TEST_P(running_meeting, an_opened_item_reaches_open_screens_with_the_same_state_for_all) {
  auto const secretariat = on.sign_in("secretariat");
  auto const first = item();
  protocol::meeting_id const meeting{on.meeting};
  native::topic_key const agenda{meeting, "agenda"};
  std::unique_ptr<native::connection> screen;
  bool opened = false, same = false;
  native::connection_events events;
  events.changed = [&](native::topic_key const&, native::topic_mirror const& mirror) {
    if (mirror.state().contains("current") && mirror.state()["current"] == first && !opened) {
      opened = true;
      screen->check(agenda);
    } else if (!mirror.state().contains("current")) {
      std::thread([&] { on.command(secretariat, "agenda.open", {{"item", first}}); }).detach();
    }
  };
  events.checked = [&](native::topic_key const&, bool is_same) {
    same = is_same;
    screen->stop();
  };
  screen = std::make_unique<native::connection>(on.where(), "", std::move(events));
  screen->follow(agenda);
  screen->after(std::chrono::seconds(30), [&] { screen->stop(); });
  screen->run();
  EXPECT_TRUE(opened);
  EXPECT_TRUE(same);
}

TEST_P(running_meeting, a_command_sent_again_happens_once_also_after_a_restart) {
  auto const secretariat = on.sign_in("secretariat");
  json const params = {{"command_id", "once"},
                       {"meeting", on.meeting},
                       {"text", {{"en", "The bus leaves at six."}}},
                       {"to", json::object()}};
  auto const first = on.must(secretariat, "notices.post", params);
  EXPECT_EQ(on.must(secretariat, "notices.post", params), first);
  on.stop();
  on.start();
  EXPECT_EQ(on.must(secretariat, "notices.post", params), first);
  EXPECT_EQ(on.follow("", {"notices"}).begin()->second.value()["notices"].size(), 1U);
  auto other = params;
  other["text"]["en"] = "Another text";
  EXPECT_EQ(stage::code_of(on.call(secretariat, "notices.post", other)), "command_id_reused");
}

TEST_P(running_meeting, importing_the_same_file_again_changes_nothing) {
  auto const before = on.follow("", {"meeting", "agenda", "documents"});
  on.stop();
  on.start();
  EXPECT_EQ(on.follow("", {"meeting", "agenda", "documents"}), before);
}

TEST_P(running_meeting, a_forgotten_person_is_erased_everywhere_and_the_journal_still_verifies) {
  auto const secretariat = on.sign_in("secretariat");
  auto const topic = "delegation/" + on.delegation;
  auto const members = on.follow(secretariat, {topic}).begin()->second.value()["members"];
  ASSERT_FALSE(members.empty());
  auto const person = members.begin().key();
  on.command(secretariat, "people.forget", {{"person", person}});
  auto const check = [&] {
    auto const after = on.follow(secretariat, {topic}).begin()->second.value()["members"][person];
    EXPECT_EQ(after["erased"], true);
    EXPECT_FALSE(after.contains("approved"));
    EXPECT_FALSE(after.contains("draft"));
  };
  check();
  on.stop();
  on.start();
  check();
}

TEST_P(running_meeting, a_refused_request_names_its_field_and_says_what_to_do) {
  auto const secretariat = on.sign_in("secretariat");
  auto const answer = on.call(secretariat, "agenda.add",
                              {{"meeting", on.meeting}, {"command_id", "c"}, {"number", ""}, {"titel", "x"}});
  auto const& problems = answer["error"]["data"]["problems"];
  std::vector<std::string> paths;
  for (auto const& each : problems) paths.push_back(each["path"].get<std::string>());
  EXPECT_EQ(paths, (std::vector<std::string>{"/number", "/title", "/titel"}));
  EXPECT_EQ(stage::code_of(on.call(secretariat, "agenda.add", {{"meeting", on.meeting}})), "missing_field");
  EXPECT_EQ(
      stage::code_of(on.call(secretariat, "agenda.open", {{"meeting", "nowhere"}, {"command_id", "c"}, {"item", "i"}})),
      "not_found");
  EXPECT_EQ(stage::code_of(on.call(secretariat, "no.such", json::object())), "unknown_method");
}

TEST_P(running_meeting, a_password_signs_in_and_wrong_ones_are_slowed_for_that_account) {
  auto const token = on.sign_in_as_new({{{"role", "secretariat"}}}, "anna@example.org");
  on.must(token, "accounts.set_password", {{"new_password", "correct horse battery"}});
  auto const sign_in = [&](std::string const& password, std::string const& email = "anna@example.org") {
    return stage::code_of(on.call("", "sessions.sign_in", {{"email", email}, {"password", password}}));
  };
  EXPECT_EQ(sign_in("correct horse battery"), "");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(sign_in("wrong"), "wrong_credentials");
  EXPECT_EQ(sign_in("correct horse battery"), "too_many_attempts");
  EXPECT_EQ(sign_in("wrong", "nobody@example.org"), "wrong_credentials");
}

TEST_P(running_meeting, a_one_time_link_is_good_once) {
  auto const secretariat = on.sign_in("secretariat");
  auto const accounts = on.server().organization().accounts;
  auto const link = on.must(secretariat, "accounts.make_link", {{"account", accounts.begin()->first.value}})["token"];
  EXPECT_EQ(stage::code_of(on.call("", "sessions.sign_in", {{"link", link}})), "");
  EXPECT_EQ(stage::code_of(on.call("", "sessions.sign_in", {{"link", link}})), "link_used");
}

TEST_P(running_meeting, a_page_that_signs_in_never_sees_its_token) {
  auto const account = on.server().organization().accounts.begin()->first;
  auto const sign_in = [&](bool page) {
    native::http_request request;
    request.method = "POST";
    request.target = "/link/" + on.server().link(account).value();
    if (page) request.headers["Origin"] = "http://" + on.where().authority();
    return native::exchange(on.where(), request).value();
  };
  auto const page = sign_in(true), program = sign_in(false);
  EXPECT_EQ(json::parse(page.body)["token"], "");
  EXPECT_NE(page.head.headers.at("set-cookie").find("HttpOnly"), std::string::npos);
  EXPECT_NE(json::parse(program.body)["token"], "");
}

INSTANTIATE_TEST_SUITE_P(shards, running_meeting, testing::Values(1, 3));

}  // namespace
}  // namespace dais::integration
