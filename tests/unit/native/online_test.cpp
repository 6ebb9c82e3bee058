// The shells against a server that does what the test says.
#include <gtest/gtest.h>

#include <fstream>

#include "client/native/connection.hpp"
#include "client/native/download.hpp"
#include "client/native/http.hpp"
#include "client/native/sha256.hpp"
#include "client/native/whole_file.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/native/fake_server.hpp"

#include <boost/asio/buffer.hpp>

using namespace dais::native;
using namespace dais::native::tests;
using dais::protocol::json;
using dais::support::temporary_folder;

namespace {

dais::protocol::meeting_id const msp{"11msp"};
topic_key const agenda{msp, "agenda"};

http_limits const quick{
    .connect = std::chrono::milliseconds(2000), .silence = std::chrono::milliseconds(300), .body = 1000};

struct downloads : testing::Test {
  temporary_folder folder;
  std::string const content = std::string(200'000, 'a') + std::string(200'000, 'b');

  download what() {
    return {.target = "/documents/11msp/plan/fr/1",
            .token = "secret",
            .sha256 = sha256_of(content).hex(),
            .size = content.size(),
            .part = folder / "part",
            .destination = folder / "plan.pdf"};
  }
  std::string fetched() { return read_whole(folder / "plan.pdf", 1'000'000).value_or(""); }
};

json answer_to(json const& request, json result) {
  return {{"jsonrpc", "2.0"}, {"id", request["id"]}, {"result", std::move(result)}};
}
json snapshot(int seq, json state) {
  return {{"jsonrpc", "2.0"},
          {"method", "snapshot"},
          {"params", {{"meeting", "11msp"}, {"topic", "agenda"}, {"seq", seq}, {"epoch", "e"}, {"state", state}}}};
}
json patch(int seq, json merge) {
  return {{"jsonrpc", "2.0"},
          {"method", "patch"},
          {"params", {{"meeting", "11msp"}, {"topic", "agenda"}, {"seq", seq}, {"merge", merge}}}};
}

}  // namespace

TEST(http, a_request_arrives_and_its_answer_comes_back) {
  fake_server server([](int, fake_exchange& one) {
    one.answer(200, one.header("Authorization") + "|" + one.body + "|" + one.head.substr(0, one.head.find("\r\n")),
               "X-Kind: Fake\r\n");
  });
  auto const got = exchange(
      server.where(),
      {.method = "POST", .target = "/rpc", .headers = {{"Authorization", "Bearer t"}}, .body = "{}", .file = {}});
  ASSERT_TRUE(got);
  EXPECT_EQ(got->head.status, 200);
  EXPECT_EQ(got->head.headers.at("x-kind"), "Fake");
  EXPECT_EQ(got->body, "Bearer t|{}|POST /rpc HTTP/1.1");
}

TEST(http, nobody_there_silence_and_too_much_are_failures) {
  address const nobody{false, "127.0.0.1", "1", ""};
  EXPECT_EQ(exchange(nobody, {}, nullptr, quick).error().what, failure::kind::unreachable);
  fake_server server([](int number, fake_exchange& one) {
    if (number == 0) {
      one.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
      std::this_thread::sleep_for(std::chrono::milliseconds(600));
    }
    if (number == 1) one.answer(200, std::string(2000, 'x'));
    if (number == 2) one.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
  });
  EXPECT_EQ(exchange(server.where(), {}, nullptr, quick).error().what, failure::kind::timed_out);
  EXPECT_EQ(exchange(server.where(), {}, nullptr, quick).error().what, failure::kind::too_large);
  EXPECT_EQ(exchange(server.where(), {}, nullptr, quick).error().what, failure::kind::unreachable);
}

TEST(http, a_file_is_sent_piece_by_piece) {
  temporary_folder folder;
  std::string const bytes(300'000, 'x');
  std::ofstream(folder / "f") << bytes;
  std::string arrived;
  fake_server server([&](int, fake_exchange& one) {
    arrived = one.body;
    one.answer(201, "{}");
  });
  std::uint64_t last = 0;
  auto const got =
      exchange(server.where(), {.method = "PUT", .target = "/u", .headers = {}, .body = {}, .file = folder / "f"},
               nullptr, {}, [&](std::uint64_t sent, std::uint64_t) {
                 last = sent;
                 return true;
               });
  ASSERT_TRUE(got);
  EXPECT_EQ(got->head.status, 201);
  EXPECT_EQ(arrived, bytes);
  EXPECT_EQ(last, bytes.size());
}

TEST(http, a_refusal_of_an_upload_is_heard_before_all_of_it_was_read) {
  temporary_folder folder;
  std::ofstream(folder / "f") << std::string(200'000, 'x');
  fake_server server([&](int, fake_exchange& one) {
    one.answer(413, "too much");
    std::string rest(65536, ' ');
    boost::system::error_code end;
    while (!end) one.socket.read_some(boost::asio::buffer(rest), end);
  });
  auto const got =
      exchange(server.where(),
               {.method = "PUT", .target = "/u", .headers = {{"X-Unread", "1"}}, .body = {}, .file = folder / "f"});
  ASSERT_TRUE(got);
  EXPECT_EQ(got->head.status, 413);
}

TEST_F(downloads, a_file_arrives_whole) {
  fake_server server([&](int, fake_exchange& one) { one.answer(200, content); });
  ASSERT_TRUE(fetch(server.where(), what()));
  EXPECT_EQ(fetched(), content);
  EXPECT_FALSE(std::filesystem::exists(folder / "part"));
}

TEST_F(downloads, a_download_that_broke_goes_on_where_it_stopped) {
  std::string range, if_range;
  fake_server server([&](int number, fake_exchange& one) {
    if (number == 0) return one.write("HTTP/1.1 200 OK\r\nContent-Length: 400000\r\n\r\n" + content.substr(0, 150'000));
    range = one.header("Range");
    if_range = one.header("If-Range");
    auto const from = std::stoul(range.substr(6));
    one.answer(206, content.substr(from), "Content-Range: bytes " + std::to_string(from) + "-399999/400000\r\n");
  });
  EXPECT_FALSE(fetch(server.where(), what()));
  EXPECT_FALSE(std::filesystem::exists(folder / "plan.pdf"));
  ASSERT_TRUE(fetch(server.where(), what()));
  EXPECT_EQ(range, "bytes=150000-");
  EXPECT_EQ(if_range, '"' + what().sha256 + '"');
  EXPECT_EQ(fetched(), content);
}

TEST_F(downloads, a_server_that_sends_all_again_is_fine_too) {
  std::ofstream(folder / "part") << "something else";
  fake_server server([&](int, fake_exchange& one) { one.answer(200, content); });
  ASSERT_TRUE(fetch(server.where(), what()));
  EXPECT_EQ(fetched(), content);
}

TEST_F(downloads, wrong_bytes_never_get_to_the_destination) {
  std::ofstream(folder / "plan.pdf") << "before";
  fake_server server([&](int number, fake_exchange& one) {
    if (number == 0) one.answer(200, std::string(400'000, 'z'));
    if (number == 1) one.answer(200, std::string(400'001, 'z'));
    if (number == 2) one.answer(200, "short");
    if (number == 3) one.answer(206, content, "Content-Range: bytes 7-400006/400007\r\n");
  });
  for (int i = 0; i < 4; ++i) {
    std::filesystem::remove(folder / "part");
    auto const got = fetch(server.where(), what());
    ASSERT_FALSE(got) << i;
    EXPECT_EQ(got.error().why.what, failure::kind::broken) << i;
  }
  EXPECT_EQ(fetched(), "before");
}

TEST_F(downloads, a_refusal_brings_the_servers_words) {
  fake_server server([&](int, fake_exchange& one) { one.answer(403, R"({"error":{"code":"forbidden"}})"); });
  auto const got = fetch(server.where(), what());
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().status, 403);
  EXPECT_EQ(got.error().body, R"({"error":{"code":"forbidden"}})");
}

TEST_F(downloads, the_caller_can_stop_and_the_part_stays) {
  fake_server server([&](int, fake_exchange& one) { one.answer(200, content); });
  auto const got = fetch(server.where(), what(), [](std::uint64_t here, std::uint64_t) { return here < 100'000; });
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().why.what, failure::kind::stopped);
  EXPECT_GE(std::filesystem::file_size(folder / "part"), 100'000U);
}

TEST(live_connection, follows_resumes_and_sends_commands_once) {
  std::vector<json> commands;
  json resumed;
  std::string token;
  fake_server server([&](int number, fake_live& line) {
    token = line.head;
    auto const subscribe = line.read();
    auto const command = line.read();
    commands.push_back(command);
    if (number == 0) {
      line.write(answer_to(subscribe, {{"epoch", "e"}, {"newest", 3}}));
      line.write(snapshot(3, {{"n", 3}}));
      return line.close(4000, "20 The server restarts.");
    }
    resumed = subscribe;
    line.write(answer_to(subscribe, {{"epoch", "e"}, {"newest", 4}}));
    line.write(patch(4, {{"n", 4}}));
    line.write(answer_to(command, json::object()));
    line.read();
  });
  std::vector<json> states;
  bool is_answered = false;
  connection* over = nullptr;
  connection_events events;
  events.changed = [&](topic_key const&, topic_mirror const& mirror) { states.push_back(mirror.state()); };
  connection one(server.where(), "secret", events);
  over = &one;
  one.follow(agenda);
  one.make({"agenda.open", msp, dais::protocol::command_id{"c-1"}, {{"item", "i1"}}}, [&](auto const& got) {
    is_answered = got.has_value();
    over->stop();
  });
  one.after(std::chrono::seconds(20), [&] { over->stop(); });
  one.run();
  EXPECT_TRUE(is_answered);
  EXPECT_EQ(states, (std::vector<json>{{{"n", 3}}, {{"n", 4}}}));
  ASSERT_EQ(commands.size(), 2U);
  EXPECT_EQ(commands[0], commands[1]);
  EXPECT_EQ(resumed["params"]["topics"]["agenda"], (json{{"since", 3}, {"epoch", "e"}}));
  EXPECT_EQ(token, "Bearer secret");
}

TEST(live_connection, a_final_close_code_ends_it) {
  fake_server server([&](int, fake_live& line) { line.close(4501, "The session was ended."); });
  std::optional<step::ended> how;
  connection_events events;
  events.ended = [&](step::ended const& end) { how = end; };
  connection one(server.where(), "", events);
  one.run();
  ASSERT_TRUE(how);
  EXPECT_EQ(how->how, ending::signed_out);
  EXPECT_EQ(server.connections(), 1);
}

TEST(live_connection, an_upgrade_that_is_refused_ends_it) {
  fake_server server([&](int, fake_exchange& one) { one.answer(401, "{}"); });
  std::optional<step::ended> how;
  connection_events events;
  events.ended = [&](step::ended const& end) { how = end; };
  connection one(server.where(), "", events);
  one.run();
  ASSERT_TRUE(how);
  EXPECT_EQ(how->how, ending::signed_out);
}

TEST(live_connection, nobody_there_is_said_and_tried_again) {
  int attempts = 0;
  connection* over = nullptr;
  connection_events events;
  events.health = [&](step::health const& health, std::optional<failure> const& failed) {
    EXPECT_FALSE(health.connected);
    EXPECT_TRUE(failed);
    if (++attempts == 2) over->stop();
  };
  connection one({false, "127.0.0.1", "1", ""}, "", events);
  over = &one;
  one.run();
  EXPECT_EQ(attempts, 2);
}
