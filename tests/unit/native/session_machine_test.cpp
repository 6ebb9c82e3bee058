#include "client/native/session_machine.hpp"

#include <memory>
#include <vector>

#include "client/native/sha256.hpp"
#include "protocol/rpc.hpp"

#include <gtest/gtest.h>

using namespace dais::native;
using dais::protocol::json;
using std::chrono::milliseconds;

namespace {

dais::protocol::meeting_id const msp{"11msp"};
topic_key const agenda{msp, "agenda"};

/// A machine and what it said, with a clock that the test turns.
struct session_machine_test : testing::Test {
  session_machine machine{[] { return 0.5; }};
  milliseconds now{1'000'000};
  std::vector<next_step> steps;

  void look() {
    steps.clear();
    while (auto step = machine.take()) steps.push_back(std::move(*step));
  }
  template <class Step>
  std::vector<Step> all() const {
    std::vector<Step> out;
    for (auto const& one : steps)
      if (auto const* found = std::get_if<Step>(&one)) out.push_back(*found);
    return out;
  }
  std::vector<json> sent() const {
    std::vector<json> out;
    for (auto const& one : all<step::send>()) out.push_back(json::parse(one.text));
    return out;
  }
  void connect() {
    machine.connected(now);
    look();
  }
  void receive(json const& message) {
    machine.received(message.dump(), now);
    look();
  }
  void snapshot(json state, int seq, std::string epoch = "e1") {
    receive(json::parse(dais::protocol::write_notification(
        "snapshot",
        {{"meeting", "11msp"}, {"topic", "agenda"}, {"seq", seq}, {"epoch", epoch}, {"state", std::move(state)}})));
  }
  void patch(json merge, int seq) {
    receive(json::parse(dais::protocol::write_notification(
        "patch", {{"meeting", "11msp"}, {"topic", "agenda"}, {"seq", seq}, {"merge", std::move(merge)}})));
  }
  void heartbeat(int seq, bool writable = true) {
    receive(json::parse(dais::protocol::write_notification(
        "heartbeat",
        {{"meeting", "11msp"}, {"seq", seq}, {"now", "2023-09-11T08:00:00.000Z"}, {"writable", writable}})));
  }
  void answer(json const& id, json result) { receive({{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}); }
  void lose(std::optional<int> code = {}, std::string_view reason = "gone") {
    machine.disconnected(code, reason);
    look();
  }
  /// Follows the agenda with a first snapshot.
  void follow_agenda() {
    machine.follow(agenda);
    connect();
    answer(sent().at(0)["id"], {{"epoch", "e1"}, {"newest", 7}});
    snapshot({{"a", 1}}, 7);
  }
};
using session = session_machine_test;

}  // namespace

TEST_F(session, a_topic_is_subscribed_from_nothing_and_mirrored) {
  machine.follow(agenda);
  connect();
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["method"], "subscribe");
  EXPECT_EQ(sent()[0]["params"], json::parse(R"({"meeting":"11msp","topics":{"agenda":{"since":0}}})"));
  snapshot({{"a", 1}, {"b", {{"c", 2}}}}, 7);
  EXPECT_EQ(all<step::changed>().size(), 1U);
  patch({{"a", nullptr}, {"b", {{"c", 3}}}}, 9);
  EXPECT_EQ(all<step::changed>().size(), 1U);
  EXPECT_EQ(machine.mirror(agenda)->state(), json::parse(R"({"b":{"c":3}})"));
  EXPECT_EQ(machine.mirror(agenda)->at(), 9);
}

TEST_F(session, a_reconnect_resumes_where_the_mirror_stands) {
  follow_agenda();
  patch({{"a", 2}}, 8);
  lose();
  EXPECT_EQ(machine.mirror(agenda)->state(), (json{{"a", 2}}));
  connect();
  EXPECT_EQ(sent().at(0)["params"]["topics"]["agenda"], (json{{"since", 8}, {"epoch", "e1"}}));
}

TEST_F(session, a_patch_seen_before_is_passed_over) {
  follow_agenda();
  patch({{"a", 5}}, 7);
  EXPECT_TRUE(steps.empty());
  EXPECT_EQ(machine.mirror(agenda)->state(), (json{{"a", 1}}));
}

TEST_F(session, a_patch_before_any_snapshot_asks_for_one_once) {
  machine.follow(agenda);
  connect();
  answer(sent().at(0)["id"], {{"epoch", "e1"}, {"newest", 7}});
  patch({{"a", 5}}, 8);
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["params"]["topics"]["agenda"]["since"], 0);
  patch({{"a", 6}}, 9);
  EXPECT_TRUE(sent().empty());
}

TEST_F(session, another_epoch_throws_the_old_state_away) {
  follow_agenda();
  lose();
  connect();
  answer(sent().at(0)["id"], {{"epoch", "e2"}, {"newest", 3}});
  patch({{"a", 9}}, 4);
  EXPECT_EQ(sent().size(), 1U);
  snapshot({{"a", 10}}, 4, "e2");
  EXPECT_EQ(machine.mirror(agenda)->state(), (json{{"a", 10}}));
}

TEST_F(session, a_heartbeat_below_our_number_is_a_gap) {
  follow_agenda();
  heartbeat(8);
  EXPECT_TRUE(sent().empty());
  heartbeat(3);
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["params"]["topics"]["agenda"]["since"], 0);
}

TEST_F(session, a_refused_topic_is_said_and_not_asked_for_again) {
  machine.follow(agenda);
  connect();
  receive(json::parse(dais::protocol::write_error(
      sent().at(0)["id"], {dais::protocol::error_code::forbidden, "/topics/agenda", "Not yours."})));
  ASSERT_EQ(all<step::not_followed>().size(), 1U);
  EXPECT_EQ(all<step::not_followed>()[0].why.code(), dais::protocol::error_code::forbidden);
  lose();
  connect();
  EXPECT_TRUE(sent().empty());
}

TEST_F(session, a_command_is_repeated_under_the_same_id_until_it_is_answered) {
  connect();
  auto const number = machine.make({"agenda.open", msp, dais::protocol::command_id{"c-1"}, {{"item", "i10"}}});
  look();
  auto const first = sent().at(0);
  EXPECT_EQ(first["params"], json::parse(R"({"meeting":"11msp","command_id":"c-1","item":"i10"})"));
  EXPECT_TRUE(machine.was_sent(number));
  lose();
  EXPECT_TRUE(all<step::answered>().empty());
  connect();
  EXPECT_EQ(sent().at(0), first);
  answer(first["id"], json::object());
  ASSERT_EQ(all<step::answered>().size(), 1U);
  EXPECT_TRUE(all<step::answered>()[0].answer.has_value());
  lose();
  connect();
  EXPECT_TRUE(sent().empty());
}

TEST_F(session, a_late_second_answer_is_ignored) {
  connect();
  machine.make({"agenda.open", msp, dais::protocol::command_id{"c-1"}, json::object()});
  look();
  auto const id = sent().at(0)["id"];
  answer(id, json::object());
  answer(id, json::object());
  EXPECT_TRUE(steps.empty());
}

TEST_F(session, a_refusal_reaches_the_caller_with_all_its_problems) {
  connect();
  machine.make({"notices.post", msp, dais::protocol::command_id{"c-1"}, json::object()});
  look();
  dais::protocol::rejection why(dais::protocol::error_code::missing_field, "/text", "Give the field.");
  why.problems.push_back({dais::protocol::error_code::missing_field, "/to", "Give the field.", {}});
  receive(json::parse(dais::protocol::write_error(sent().at(0)["id"], why)));
  auto const got = all<step::answered>().at(0).answer;
  ASSERT_FALSE(got.has_value());
  ASSERT_EQ(got.error().problems.size(), 2U);
  EXPECT_EQ(got.error().problems[1].path, "/to");
}

TEST_F(session, an_error_from_a_newer_server_is_still_an_error) {
  connect();
  machine.make({"notices.post", msp, dais::protocol::command_id{"c-1"}, json::object()});
  look();
  receive(
      json::parse(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"No.","data":{"code":"brand_new"}}})"));
  auto const got = all<step::answered>().at(0).answer;
  ASSERT_FALSE(got.has_value());
  EXPECT_EQ(got.error().code(), dais::protocol::error_code::internal);
  EXPECT_EQ(got.error().problems[0].words, "No.");
}

TEST_F(session, no_more_calls_are_in_flight_than_the_server_takes) {
  connect();
  for (int i = 0; i < 100; ++i)
    machine.make({"notices.post", msp, dais::protocol::command_id{"c-" + std::to_string(i)}, json::object()});
  look();
  ASSERT_EQ(sent().size(), 64U);
  answer(sent()[0]["id"], json::object());
  EXPECT_EQ(sent().size(), 1U);
  lose();
  connect();
  EXPECT_EQ(sent().size(), 64U);
}

TEST_F(session, a_full_queue_refuses_the_next_call) {
  for (std::size_t i = 0; i < session_machine::most_calls; ++i) machine.make({"ping", {}, {}, json::object()});
  look();
  EXPECT_TRUE(steps.empty());
  machine.make({"ping", {}, {}, json::object()});
  look();
  ASSERT_EQ(all<step::answered>().size(), 1U);
  EXPECT_EQ(all<step::answered>()[0].answer.error().code(), dais::protocol::error_code::too_many_requests);
}

TEST_F(session, delays_grow_with_each_failure_and_begin_again_after_a_message) {
  machine.start();
  look();
  EXPECT_EQ(all<step::connect>().at(0).after, milliseconds(0));
  std::vector<std::int64_t> delays;
  for (int i = 0; i < 8; ++i) {
    lose();
    delays.push_back(all<step::connect>().at(0).after.count());
  }
  EXPECT_EQ(delays, (std::vector<std::int64_t>{375, 750, 1500, 3000, 6000, 12000, 22500, 22500}));
  connect();
  heartbeat(1);
  lose();
  EXPECT_EQ(all<step::connect>().at(0).after, milliseconds(375));
}

TEST_F(session, a_server_that_restarts_says_when_to_come_back) {
  connect();
  lose(4000, "1250 The server restarts.");
  EXPECT_EQ(all<step::connect>().at(0).after, milliseconds(1250));
  lose(4002, "99999999 Full.");
  EXPECT_EQ(all<step::connect>().at(0).after, milliseconds(60'000));
  lose(4001, "no number");
  EXPECT_GT(all<step::connect>().at(0).after, milliseconds(0));
}

TEST_F(session, a_final_close_ends_the_session_and_answers_what_waits) {
  connect();
  machine.make({"agenda.open", msp, dais::protocol::command_id{"c-1"}, json::object()});
  lose(4501, "The session was ended.");
  EXPECT_TRUE(all<step::connect>().empty());
  ASSERT_EQ(all<step::ended>().size(), 1U);
  EXPECT_EQ(all<step::ended>()[0].how, ending::signed_out);
  ASSERT_EQ(all<step::answered>().size(), 1U);
  EXPECT_EQ(all<step::answered>()[0].answer.error().code(), dais::protocol::error_code::signed_out);
  lose();
  EXPECT_TRUE(steps.empty());
}

TEST_F(session, an_upgrade_that_is_refused_says_why) {
  machine.not_upgraded(503);
  look();
  EXPECT_EQ(all<step::connect>().size(), 1U);
  machine.not_upgraded(401);
  look();
  EXPECT_EQ(all<step::ended>().at(0).how, ending::signed_out);
  session_machine other([] { return 0.0; });
  other.not_upgraded(404);
  EXPECT_EQ(std::get<step::ended>(*other.take()).how, ending::not_a_server);
}

TEST_F(session, silence_is_asked_about_and_then_ends_the_connection) {
  connect();
  now += milliseconds(14'999);
  machine.tick(now);
  look();
  EXPECT_TRUE(steps.empty());
  now += milliseconds(1);
  machine.tick(now);
  machine.tick(now);
  look();
  ASSERT_EQ(sent().size(), 1U);
  EXPECT_EQ(sent()[0]["method"], "ping");
  now += milliseconds(25'000);
  machine.tick(now);
  machine.tick(now);
  look();
  EXPECT_EQ(all<step::disconnect>().size(), 1U);
}

TEST_F(session, an_answer_to_the_ping_is_a_sign_of_life) {
  connect();
  now += session_machine::ping_after;
  machine.tick(now);
  answer(nullptr, {{"now", "2023-09-11T08:00:00.000Z"}});
  now += session_machine::ping_after + milliseconds(1);
  machine.tick(now);
  look();
  EXPECT_TRUE(all<step::disconnect>().empty());
  EXPECT_EQ(sent().size(), 1U);
}

TEST_F(session, a_server_that_cannot_write_is_said_once) {
  follow_agenda();
  heartbeat(8, false);
  ASSERT_EQ(all<step::health>().size(), 1U);
  EXPECT_FALSE(all<step::health>()[0].writable);
  heartbeat(8, false);
  EXPECT_TRUE(all<step::health>().empty());
}

TEST_F(session, a_hash_proves_the_state) {
  follow_agenda();
  machine.check(agenda);
  look();
  EXPECT_EQ(sent().at(0)["method"], "hash");
  answer(sent()[0]["id"], {{"at", 7}, {"sha256", sha256_of(R"({"a":1})").hex()}});
  ASSERT_EQ(all<step::checked>().size(), 1U);
  EXPECT_TRUE(all<step::checked>()[0].same);
}

TEST_F(session, a_wrong_hash_is_asked_for_again_and_then_heals_by_a_snapshot) {
  follow_agenda();
  machine.check(agenda);
  for (int attempt = 0; attempt < 4; ++attempt) {
    machine.tick(now);
    look();
    ASSERT_EQ(sent().size(), 1U) << attempt;
    answer(sent()[0]["id"], {{"at", 7}, {"sha256", std::string(64, '0')}});
    now += milliseconds(500);
  }
  ASSERT_EQ(all<step::checked>().size(), 1U);
  EXPECT_FALSE(all<step::checked>()[0].same);
  EXPECT_EQ(sent().at(0)["params"]["topics"]["agenda"]["since"], 0);
}

TEST_F(session, what_is_no_message_ends_the_connection_only) {
  for (auto const* text : {"", "[]", "{", R"({"method":"snapshot","params":{}})", R"({"method":1,"params":{}})",
                           R"({"method":"heartbeat","params":{"seq":"x"}})"}) {
    connect();
    machine.received(text, now);
    look();
    EXPECT_EQ(all<step::disconnect>().size(), 1U) << text;
    lose();
    EXPECT_EQ(all<step::connect>().size(), 1U) << text;
  }
}

TEST_F(session, every_script_survives_a_loss_at_every_step) {
  // The same conversation, cut after each of its steps: in the end the mirror and the answers are the same.
  for (int cut = 0; cut < 6; ++cut) {
    session_machine one([] { return 0.5; });
    std::vector<json> requests;
    int answers = 0;
    auto const drain = [&] {
      while (auto step = one.take()) {
        if (auto const* send = std::get_if<step::send>(&*step)) requests.push_back(json::parse(send->text));
        if (std::holds_alternative<step::answered>(*step)) ++answers;
      }
    };
    one.follow(agenda);
    one.make({"agenda.open", msp, dais::protocol::command_id{"c-1"}, {{"item", "i1"}}});
    for (int round = 0; round < 2; ++round) {
      requests.clear();
      one.connected(now);
      drain();
      int at = 0;
      auto const is_cut = [&] { return round == 0 && at++ == cut; };
      for (std::size_t i = 0; i < requests.size(); ++i) {
        auto const request = requests[i];
        if (is_cut()) break;
        auto const result = request["method"] == "subscribe" ? json{{"epoch", "e1"}, {"newest", 2}} : json::object();
        one.received(json{{"jsonrpc", "2.0"}, {"id", request["id"]}, {"result", result}}.dump(), now);
        if (request["method"] != "subscribe") continue;
        if (is_cut()) break;
        auto const since = request["params"]["topics"]["agenda"]["since"].get<int>();
        if (since < 1)
          one.received(
              R"({"method":"snapshot","params":{"meeting":"11msp","topic":"agenda","seq":1,"epoch":"e1","state":{"n":1}}})",
              now);
        if (is_cut()) break;
        if (since < 2)
          one.received(R"({"method":"patch","params":{"meeting":"11msp","topic":"agenda","seq":2,"merge":{"n":2}}})",
                       now);
      }
      drain();
      one.disconnected(std::nullopt, "cut");
      drain();
    }
    EXPECT_EQ(one.mirror(agenda)->state(), (json{{"n", 2}})) << cut;
    EXPECT_EQ(answers, 1) << cut;
  }
}
