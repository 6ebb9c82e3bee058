// The life of an application, from outside and as each kind of person: terms, files, lots, scenarios, two approvals,
// notification, answers, cancellation and what follows; and who never hears of it.

#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <set>
#include <thread>

#include "server/runtime/log.hpp"
#include "tests/integration/stage.hpp"
#include "tests/support/fake_mail_server.hpp"

namespace dais::integration {
namespace {

constexpr char const* files_of_application = "letter";

json policy() {
  return {
      {"contingency_bp", 300},
      {"rounds", true},
      {"precedence", "reserves"},
      {"release", "exhausted"},
      {"points", {{{"id", "survivor"}, {"label", {{"en", "Survivor"}}}, {"who", {{"survivor", true}}}, {"pts", 20}}}},
      {"state_cap", {{"usual", 3}, {"overrides", json::object()}}},
      {"reserves",
       {{{"id", "survivors"},
         {"label", {{"en", "Survivors"}}},
         {"kind", "count"},
         {"value", 1},
         {"who", {{"survivor", true}}}},
        {{"id", "women"},
         {"label", {{"en", "Women"}}},
         {"kind", "share"},
         {"num", 1},
         {"den", 2},
         {"who", {{"gender", "F"}}}}}},
      {"caps", json::array()},
      {"gates", {{{"id", "complete"}, {"label", {{"en", "Complete"}}}, {"who", {{"complete", true}}}}}}};
}

json terms(std::string const& closes, std::string const& delegation, std::string const& other) {
  auto const fare = [](std::string const& of) {
    return json{{"delegation", of}, {"route", "road"}, {"amount", 30000}};
  };
  return {{"closes", closes},
          {"answer_days", 7},
          {"packages", {{{"code", "ALL"}, {"name", {{"en", "Everything"}}}}}},
          {"files", {{{"id", files_of_application}, {"label", {{"en", "Letter"}}}, {"required", true}}}},
          {"assessments", json::array()},
          {"delegations", json::array()},
          {"labels", json::array()},
          {"fares",
           {{"fare_kind", "bus"},
            {"nights", 3},
            {"routes", {{{"id", "road"}, {"label", {{"en", "By road"}}}}}},
            {"rates", {{{"kind", "lodging"}, {"per", "night"}, {"amount", 10000}}}},
            {"fares", {fare(delegation), fare(other)}}}},
          {"policy", policy()}};
}

struct sponsorship : testing::TestWithParam<int> {
  support::fake_mail_server post;
  stage on{static_cast<std::size_t>(GetParam()), mail::mail_settings{post.url(), "letters@meeting.example", "", ""}};
  std::map<std::string, std::string> tokens{{"public_reader", ""}};
  std::string second;  ///< another member of the committee
  std::string hers, his;

  void SetUp() override {
    for (auto const* role : {"secretariat", "president", "committee", "focal_point", "delegate", "display"})
      tokens[role] = on.sign_in(role);
    second = on.sign_in_as_new({{{"role", "committee"}, {"meeting", on.meeting}}}, "second@example.org");
    set_terms("2999-01-01T00:00:00Z");
    for (auto const& [id, fund] : state("sponsorship@committee")["funds"].items())
      on.command(tokens["secretariat"], "sponsorship.remove_fund", {{"fund", id}, {"version", fund["version"]}});
    on.command(tokens["secretariat"], "sponsorship.put_fund",
               {{"version", 0},
                {"details",
                 {{"id", "travel"}, {"name", {{"en", "Travel"}}}, {"amount", 65000}, {"earmark", "For everybody"}}}});
  }

  json state(std::string const& topic) { return on.follow(tokens["secretariat"], {topic}).begin()->second.value(); }

  void set_terms(std::string const& closes) {
    on.command(tokens["secretariat"], "sponsorship.set_terms",
               {{"version", state("sponsorship.terms@committee")["version"]},
                {"terms", terms(closes, on.delegation, on.other)}});
  }

  std::string apply(std::string const& delegation, std::string const& mark, bool survivor) {
    auto const& secretariat = tokens["secretariat"];
    auto const member = on.command(secretariat, "registration.add_member",
                                   {{"delegation", delegation},
                                    {"details",
                                     {{"name", "NAME" + mark},
                                      {"title", ""},
                                      {"function", ""},
                                      {"category", "adviser"},
                                      {"gender", survivor ? "female" : "male"},
                                      {"email", mark + "@example.org"},
                                      {"language", "en"},
                                      {"fields", {{"boat", "yes"}}}}}})["member"];
    return on
        .command(secretariat, "sponsorship.apply",
                 {{"delegation", delegation},
                  {"member", member},
                  {"details",
                   {{"extent", "whole"},
                    {"reason", "REASON" + mark},
                    {"survivor", survivor},
                    {"companion", false}}}})["application"]
        .get<std::string>();
  }

  native::http_response upload(std::string const& token, std::string const& delegation,
                               std::string const& application) {
    return on.put(token,
                  "/uploads/" + on.meeting + "/applications/" + delegation + "/" + application + "/" +
                      files_of_application + "?name=FILENAME.txt",
                  "CONTENT of a letter\n");
  }

  std::string file_of(std::string const& application) {
    return "/files/" + on.meeting + "/applications/" + application + "/" + files_of_application;
  }

  /// Two who applied in time and completely; one survivor, who is a woman. There is money for one.
  void two_apply() {
    hers = apply(on.delegation, "hers", true);
    his = apply(on.other, "his", false);
    ASSERT_EQ(upload(tokens["focal_point"], on.delegation, hers).head.status, 201);
    ASSERT_EQ(upload(tokens["secretariat"], on.other, his).head.status, 201);
  }

  /// Applications close at this moment, and the lots are drawn.
  void close() {
    auto const now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    set_terms(protocol::to_string(now));
    while (stage::code_of(on.call(tokens["committee"], "sponsorship.draw_seed",
                                  {{"meeting", on.meeting},
                                   {"command_id", "draw-" + std::to_string(++draws)},
                                   {"source", "lotto 3 9"}})) == "not_now")
      std::this_thread::yield();
  }

  std::string scenario() {
    return on
        .command(tokens["committee"], "sponsorship.save_scenario",
                 {{"version", 0},
                  {"name", "First"},
                  {"setup", {{"policy", policy()}, {"amounts", json::object()}}}})["scenario"]
        .get<std::string>();
  }

  json propose(std::string const& id) {
    auto const version = state("allocation@committee")["scenarios"][id]["version"];
    return on.command(tokens["committee"], "sponsorship.propose", {{"scenario", id}, {"version", version}});
  }

  std::string approve(std::string const& token, json const& proposed) {
    return stage::code_of(on.call(token, "sponsorship.approve",
                                  {{"meeting", on.meeting},
                                   {"command_id", "approve-" + std::to_string(++draws)},
                                   {"proposal", proposed["proposal"]},
                                   {"hash", proposed["hash"]}}));
  }

  void decide(std::string const& id) {
    auto const proposed = propose(id);
    ASSERT_EQ(approve(tokens["committee"], proposed), "");
    ASSERT_EQ(approve(second, proposed), "");
    on.command(tokens["secretariat"], "sponsorship.notify", {{"proposal", proposed["proposal"]}});
  }

  int draws = 0;
};

TEST_P(sponsorship, an_application_becomes_an_award_by_two_approvals_of_one_hash) {
  two_apply();
  close();
  auto const id = scenario();
  auto const outcome =
      on.must(tokens["committee"], "sponsorship.simulate", {{"meeting", on.meeting}, {"source", {{"scenario", id}}}});
  ASSERT_EQ(outcome["granted"].size(), 1U) << outcome;
  EXPECT_EQ(outcome["granted"][0]["application"], hers);
  EXPECT_EQ(outcome["granted"][0]["turn"], "RESERVE:survivors");
  EXPECT_EQ(outcome["granted"][0]["amount"], 60000);
  EXPECT_EQ(outcome["refused"][his]["reason"], "FUNDS");
  EXPECT_FALSE(outcome["provisional"]);
  EXPECT_EQ(state("allocation.trials@committee")["count"], 1);

  auto const changes = on.must(tokens["committee"], "sponsorship.explain",
                               {{"meeting", on.meeting}, {"source", {{"scenario", id}}}, {"application", his}});
  auto const more = changes["top_up"]["travel"].get<std::int64_t>();
  auto const with = [&](std::int64_t added) {
    return on.must(tokens["committee"], "sponsorship.simulate",
                   {{"meeting", on.meeting},
                    {"source", {{"setup", {{"policy", policy()}, {"amounts", {{"travel", 65000 + added}}}}}}}});
  };
  EXPECT_EQ(with(more)["granted"].size(), 2U);
  EXPECT_EQ(with(more - 1)["granted"].size(), 1U);
  EXPECT_EQ(state("allocation.trials@committee")["count"], 3);

  auto const proposed = propose(id);
  EXPECT_EQ(proposed["hash"], outcome["hash"]);
  EXPECT_EQ(approve(tokens["focal_point"], proposed), "forbidden");
  EXPECT_EQ(approve(tokens["committee"], proposed), "");
  EXPECT_EQ(approve(tokens["committee"], proposed), "already_there");
  EXPECT_EQ(state("sponsorship/" + on.delegation)["applications"][hers].contains("award"), false);
  EXPECT_EQ(approve(second, proposed), "");
  auto const names = on.must(tokens["committee"], "sponsorship.committee", {{"meeting", on.meeting}})["names"];
  EXPECT_EQ(names.size(), 2U);
  auto const told = on.command(tokens["secretariat"], "sponsorship.notify", {{"proposal", proposed["proposal"]}});
  EXPECT_EQ(told["awards"], 1);
  EXPECT_EQ(told["refusals"], 1);

  auto const own = on.follow(tokens["focal_point"], {"sponsorship/" + on.delegation}).begin()->second.value();
  EXPECT_EQ(own["applications"][hers]["award"]["state"], "notified");
  on.command(tokens["focal_point"], "sponsorship.answer_award",
             {{"delegation", on.delegation}, {"application", hers}, {"accepts", true}});
  EXPECT_EQ(state("sponsorship@committee")["applications"][hers]["award"]["state"], "accepted");
}

TEST_P(sponsorship, letters_go_by_email_once_everybody_is_notified) {
  two_apply();
  close();
  decide(scenario());
  auto const sent = [&](std::string const& application) {
    auto const letter = state("sponsorship@committee")["applications"][application]["letter"];
    return letter.contains("sent") && letter["by_email"] == true;
  };
  auto const give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while ((!sent(hers) || !sent(his)) && std::chrono::steady_clock::now() < give_up)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_TRUE(sent(hers));
  EXPECT_TRUE(sent(his));
  std::set<std::string> to;
  for (auto const& command : post.commands())
    if (command.starts_with("RCPT TO")) to.insert(command);
  EXPECT_EQ(to, (std::set<std::string>{"RCPT TO:<hers@example.org>", "RCPT TO:<his@example.org>"}));
  EXPECT_NE(post.message().find("application/pdf"), std::string::npos);
  EXPECT_EQ(on.must(tokens["secretariat"], "sponsorship.send_letters", {{"meeting", on.meeting}})["letters"], 0);
}

TEST_P(sponsorship, after_a_cancellation_the_next_in_line_enters_and_all_survives_a_restart) {
  two_apply();
  close();
  auto const id = scenario();
  decide(id);
  on.command(tokens["secretariat"], "sponsorship.cancel_award",
             {{"application", hers}, {"reason", "Ill"}, {"lost", {{{"fund", "travel"}, {"amount", 1000}}}}});
  EXPECT_EQ(state("sponsorship@committee")["funds"]["travel"]["lost"], 1000);
  decide(id);
  auto const after = state("sponsorship@committee");
  EXPECT_EQ(after["applications"][his]["award"]["state"], "notified");
  EXPECT_EQ(after["applications"][hers]["award"]["state"], "cancelled");
  on.stop();
  on.start();
  tokens["secretariat"] = on.sign_in("secretariat");
  EXPECT_EQ(state("sponsorship@committee"), after);
}

TEST_P(sponsorship, a_run_before_the_lots_are_drawn_is_provisional_and_cannot_be_proposed) {
  two_apply();
  auto const id = scenario();
  auto const outcome =
      on.must(tokens["committee"], "sponsorship.simulate", {{"meeting", on.meeting}, {"source", {{"scenario", id}}}});
  EXPECT_TRUE(outcome["provisional"]);
  auto const version = state("allocation@committee")["scenarios"][id]["version"];
  EXPECT_EQ(stage::code_of(
                on.call(tokens["committee"], "sponsorship.propose",
                        {{"meeting", on.meeting}, {"command_id", "early"}, {"scenario", id}, {"version", version}})),
            "not_now");
}

TEST_P(sponsorship, a_wrong_setup_is_refused_at_its_field_and_nothing_is_recorded) {
  auto wrong = policy();
  wrong["contingency_bp"] = 10'001;
  wrong["reserves"][1]["num"] = 3;
  auto const answer =
      on.call(tokens["committee"], "sponsorship.simulate",
              {{"meeting", on.meeting}, {"source", {{"setup", {{"policy", wrong}, {"amounts", json::object()}}}}}});
  std::set<std::string> paths;
  for (auto const& each : answer["error"]["data"]["problems"]) paths.insert(each["path"].get<std::string>());
  EXPECT_EQ(paths,
            (std::set<std::string>{"/source/setup/policy/contingency_bp", "/source/setup/policy/reserves/1/num"}))
      << answer;
  EXPECT_EQ(state("allocation.trials@committee")["count"], 0);
}

TEST_P(sponsorship, a_supporting_file_is_for_the_committee_and_its_own_delegation_alone) {
  two_apply();
  for (auto const* role : {"secretariat", "committee", "focal_point"}) {
    auto const got = on.get(tokens[role], file_of(hers));
    EXPECT_EQ(got.head.status, 200) << role;
    EXPECT_EQ(got.body, "CONTENT of a letter\n");
  }
  auto const none = on.get(tokens["president"], file_of("nobody"));
  EXPECT_EQ(none.head.status, 404);
  for (auto const* role : {"president", "delegate", "display", "public_reader"}) {
    auto const got = on.get(tokens[role], file_of(hers));
    EXPECT_EQ(got.head.status, 404) << role;
    EXPECT_EQ(got.body, none.body) << role;
  }
  EXPECT_EQ(on.get(tokens["focal_point"], file_of(his)).head.status, 404);
  EXPECT_EQ(upload(tokens["focal_point"], on.other, his).head.status, 403);
  EXPECT_EQ(upload(tokens["president"], on.delegation, hers).head.status, 403);
}

TEST_P(sponsorship, the_person_sees_their_own_application_and_no_other) {
  two_apply();
  auto const member = state("sponsorship@committee")["applications"][hers]["member"].get<std::string>();
  auto const another = state("sponsorship@committee")["applications"][his]["member"].get<std::string>();
  auto const person = on.sign_in_as_new(
      {{{"role", "delegate"}, {"meeting", on.meeting}, {"delegation", on.delegation}, {"member", member}}},
      "hers@example.org");
  auto const seen = on.follow(person, {"application/" + member}).begin()->second;
  ASSERT_TRUE(seen);
  EXPECT_TRUE((*seen)["applications"].contains(hers));
  EXPECT_EQ(on.get(person, file_of(hers)).head.status, 200);
  EXPECT_FALSE(on.follow(person, {"application/" + another}).begin()->second);
  EXPECT_FALSE(on.follow(person, {"sponsorship/" + on.delegation}).begin()->second);
  EXPECT_EQ(on.get(person, file_of(his)).head.status, 404);
}

TEST_P(sponsorship, nobody_else_hears_of_survivors_reasons_or_decisions) {
  std::mutex guard;
  std::string logged;
  runtime::log_from(runtime::severity::debug);
  runtime::log_to([&](std::string_view line) {
    std::scoped_lock const lock(guard);
    logged += line;
  });
  two_apply();
  close();
  decide(scenario());
  apply(on.delegation, "again", true);
  EXPECT_EQ(stage::code_of(on.call(tokens["committee"], "sponsorship.explain",
                                   {{"meeting", on.meeting}, {"source", json::object()}, {"application", "none"}})),
            "not_found");
  on.stop();
  runtime::log_to({});
  runtime::log_from(runtime::severity::info);
  on.start();
  for (auto const* role : {"secretariat", "president", "delegate", "display"}) tokens[role] = on.sign_in(role);
  std::set<std::string> const secrets{"REASONhers", "REASONhis",         "FILENAME",        "NAMEhers",
                                      "NAMEhis",    "RESERVE:survivors", "hers@example.org"};
  auto const tells = [&](std::string const& text) {
    std::string found;
    for (auto const& each : secrets)
      if (text.find(each) != std::string::npos) found += each + " ";
    return found;
  };
  for (auto const* role : {"president", "delegate", "display", "public_reader"}) {
    for (auto const& [topic, seen] : on.follow(tokens[role], on.every_topic())) {
      if (!seen) continue;
      EXPECT_EQ(tells(seen->dump()), "") << role << " in " << topic;
      EXPECT_FALSE(seen->contains("applications")) << role << " in " << topic;
    }
    for (auto const* content : {"participants.json", "participants.csv", "agenda.json", "documents.json"})
      EXPECT_EQ(tells(on.get(tokens[role], "/exports/" + on.meeting + "/" + content).body), "") << role << content;
  }
  EXPECT_EQ(tells(logged), "");
  EXPECT_EQ(logged.find("survivor"), std::string::npos);
  auto const metrics = on.get("", "/metrics").body;
  EXPECT_EQ(tells(metrics), "");
  EXPECT_EQ(metrics.find("survivor"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(shards, sponsorship, testing::Values(1, 3));

}  // namespace
}  // namespace dais::integration
