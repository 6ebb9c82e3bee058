#include "server/gateway/event_session.hpp"
#include "tests/unit/gateway/running_server.hpp"

using namespace dais::gateway;
using namespace dais::gateway::tests;
using namespace std::chrono_literals;

class live : public on_shards {};
INSTANTIATE_TEST_SUITE_P(one_and_three, live, testing::Values(1U, 3U));

namespace {

constexpr int text = 1;
constexpr int close_frame = 8;
constexpr int ping = 9;
constexpr int pong = 10;

void subscribe(raw_client& client) {
  ASSERT_EQ(client.open_websocket(), 101);
  client.send_frame(text, R"({"method":"subscribe"})");
  EXPECT_EQ(client.read_frame().payload, R"({"snapshot":1})");
  EXPECT_EQ(client.read_frame().payload, R"({"jsonrpc":"2.0","id":1,"result":{"epoch":"e1","newest":1}})");
}

std::string events(std::string_view query, std::string_view headers = {}) {
  return "GET /events?" + std::string(query) + " HTTP/1.1\r\nHost: dais\r\n" + std::string(headers) + "\r\n";
}

}  // namespace

TEST_P(live, only_a_proper_handshake_is_answered_with_101) {
  running_server server(GetParam());
  auto const status = [&](std::string_view more) { return raw_client(server.port).open_websocket(more); };
  EXPECT_EQ(status(""), 101);
  EXPECT_EQ(status("Authorization: Bearer good\r\n"), 101);
  EXPECT_EQ(status("Authorization: Bearer bad\r\n"), 401);
  EXPECT_EQ(status("Cookie: dais_session=good\r\n"), 403);
  EXPECT_EQ(status("Cookie: dais_session=good\r\nOrigin: http://evil\r\n"), 403);
  EXPECT_EQ(status("Cookie: dais_session=good\r\nOrigin: http://dais\r\n"), 101);
  EXPECT_EQ(status("Origin: http://evil\r\n"), 403);
  EXPECT_EQ(status("Content-Length: 3\r\n"), 400);
  std::string const good =
      "Host: a\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: other, dais.v1\r\n\r\n";
  auto const without = [&](std::string_view what, std::string_view instead) {
    auto changed = "GET /live HTTP/1.1\r\n" + good;
    changed.replace(changed.find(what), what.size(), instead);
    return raw_client(server.port).ask(changed).status;
  };
  EXPECT_EQ(without("GET", "GET"), 101);
  EXPECT_EQ(without("Upgrade: websocket", "X: y"), 426);
  EXPECT_EQ(without("keep-alive, Upgrade", "keep-alive"), 426);
  EXPECT_EQ(without("Version: 13", "Version: 8"), 426);
  EXPECT_EQ(without("dGhlIHNhbXBsZSBub25jZQ==", "short"), 400);
  EXPECT_EQ(without("other, dais.v1", "other"), 400);
  EXPECT_EQ(without("HTTP/1.1", "HTTP/1.0"), 400);
}

TEST_P(live, calls_are_answered_and_messages_arrive_in_order) {
  running_server server(GetParam());
  raw_client client(server.port);
  subscribe(client);
  client.send_frame(text, "hello");
  EXPECT_EQ(client.read_frame().payload, R"({"who":"public","echo":5})");
  client.send_frame(text, "notify");
  for (int i = 2; i < 300; ++i) {
    server.on_every_shard([](fake_service& one) { one.publish(); });
  }
  for (int i = 2; i < 300; ++i) {
    ASSERT_EQ(client.read_frame().payload, "{\"patch\":" + std::to_string(i) + ",\"pad\":\"\"}");
  }
}

TEST_P(live, what_was_sent_behind_the_handshake_is_read) {
  running_server server(GetParam());
  raw_client client(server.port);
  client.send(
      "GET /live HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: dais.v1\r\n\r\n");
  client.send_frame(text, "first");
  EXPECT_EQ(client.read_response().status, 101);
  EXPECT_EQ(client.read_frame().payload, R"({"who":"public","echo":5})");
}

TEST_P(live, pings_are_answered_and_a_close_is_returned) {
  running_server server(GetParam());
  raw_client client(server.port);
  ASSERT_EQ(client.open_websocket(), 101);
  client.send_frame(ping, "abc");
  auto const answer = client.read_frame();
  EXPECT_EQ(answer.opcode, pong);
  EXPECT_EQ(answer.payload, "abc");
  client.send_frame(close_frame,
                    "\x03\xe8"
                    "bye");
  auto const end = client.read_frame();
  EXPECT_EQ(end.opcode, close_frame);
  EXPECT_EQ(end.code(), 1000);
  EXPECT_TRUE(client.is_ended());
  EXPECT_TRUE(running_server::eventually([&] { return server.sum(&fake_service::ended) == 1; }));
}

TEST_P(live, a_peer_that_breaks_the_protocol_is_told_how) {
  running_server server(GetParam(), {.message_bytes = 1000, .deadlines = {.close_handshake = 200ms}});
  auto const code = [&](auto misbehave) {
    raw_client client(server.port);
    EXPECT_EQ(client.open_websocket(), 101);
    misbehave(client);
    auto const got = client.read_frame();
    EXPECT_EQ(got.opcode, close_frame);
    return got.code();
  };
  EXPECT_EQ(code([](raw_client& client) { client.send("\x81\x01x"); }), 1002);
  EXPECT_EQ(code([](raw_client& client) { client.send_frame(3, ""); }), 1002);
  EXPECT_EQ(code([](raw_client& client) { client.send_frame(text, "\xff"); }), 1007);
  EXPECT_EQ(code([](raw_client& client) { client.send_frame(2, "binary"); }), 1003);
  EXPECT_EQ(code([](raw_client& client) { client.send_frame(text, std::string(1001, 'x')); }), 1009);
  EXPECT_TRUE(running_server::eventually([&] { return server.open_connections() == 0; }));
}

TEST_P(live, a_session_that_is_over_is_closed_for_good) {
  running_server server(GetParam());
  raw_client old(server.port);
  EXPECT_EQ(old.open_websocket("Cookie: dais_session=old\r\nOrigin: http://dais\r\n"), 101);
  EXPECT_EQ(old.read_frame().code(), 4501);
  raw_client revoked(server.port);
  EXPECT_EQ(revoked.open_websocket(), 101);
  revoked.send_frame(text, "sign me out");
  auto const end = revoked.read_message();
  EXPECT_EQ(end.code(), 4501);
  EXPECT_EQ(end.payload.substr(2), "Revoked.");
}

TEST_P(live, silence_is_answered_by_pings_and_then_by_the_end) {
  running_server server(GetParam(), {.deadlines = {.ping_after = 40ms, .dead_after = 200ms}});
  raw_client client(server.port);
  ASSERT_EQ(client.open_websocket(), 101);
  EXPECT_EQ(client.read_frame().opcode, ping);
  EXPECT_EQ(client.read_message().opcode, -1);
  raw_client alive(server.port);
  ASSERT_EQ(alive.open_websocket(), 101);
  auto const end = std::chrono::steady_clock::now() + 500ms;
  while (std::chrono::steady_clock::now() < end) {
    ASSERT_EQ(alive.read_frame().opcode, ping);
    alive.send_frame(pong, "");
  }
}

TEST_P(live, calls_beyond_the_most_in_flight_wait_unread) {
  running_server server(GetParam(), {.calls_in_flight = 4});
  raw_client client(server.port);
  ASSERT_EQ(client.open_websocket(), 101);
  for (int i = 0; i < 10; ++i) client.send_frame(text, "hold");
  client.send_frame(text, "last");
  ASSERT_TRUE(running_server::eventually([&] { return server.sum(&fake_service::calls) == 4; }));
  for (int i = 0; i < 3; ++i) {
    server.on_every_shard([](fake_service& one) {
      for (auto& then : std::exchange(one.held, {})) then("done");
    });
  }
  int done = 0;
  int last = 0;
  for (int i = 0; i < 11; ++i) {
    auto const reply = client.read_message().payload;
    done += reply == "done";
    last += reply == R"({"who":"public","echo":4})";
  }
  EXPECT_EQ(done, 10);
  EXPECT_EQ(last, 1);
}

TEST_P(live, calls_that_the_service_forgets_free_their_place) {
  running_server server(GetParam(), {.calls_in_flight = 1});
  raw_client client(server.port);
  ASSERT_EQ(client.open_websocket(), 101);
  for (int i = 0; i < 5; ++i) client.send_frame(text, i % 2 == 0 ? "forget" : "forget elsewhere");
  client.send_frame(text, "last");
  EXPECT_EQ(client.read_message().payload, R"({"who":"public","echo":4})");
}

TEST_P(live, a_slow_reader_loses_patches_and_gets_a_snapshot) {
  running_server server(GetParam(), {.outbox = {.live_bytes = 100'000}});
  raw_client client(server.port, 4096);
  subscribe(client);
  raw_client quick(server.port);
  subscribe(quick);
  std::string const padding(10'000, 'p');
  for (int i = 0; i < 1000; ++i) {
    server.on_every_shard([&](fake_service& one) {
      if (!one.subscribers.empty()) one.publish(padding);
    });
    if (i % 2 == 0) continue;
    for (int both = 0; both < 2; ++both) ASSERT_TRUE(quick.read_frame().payload.starts_with("{\"patch\":"));
  }
  int patches = 0;
  std::string last;
  while (last.find("\"snapshot\"") == std::string::npos) {
    auto const got = client.read_message();
    ASSERT_EQ(got.opcode, text);
    last = got.payload;
    patches += last.starts_with("{\"patch\"");
  }
  EXPECT_LT(patches, 1000);
  EXPECT_EQ(last, "{\"snapshot\":1001}");
  EXPECT_GE(server.sum(&fake_service::refreshed), 1);
}

TEST_P(live, a_reader_whose_replies_pile_up_is_asked_to_come_back) {
  running_server server(GetParam(), {.outbox = {.reply_bytes = 1000}, .deadlines = {.close_handshake = 200ms}});
  raw_client client(server.port, 4096);
  ASSERT_EQ(client.open_websocket(), 101);
  std::thread sending([&] {
    std::string const request(100, 'x');
    for (int i = 0; i < 1'000'000 && client.send_frame(text, request); ++i) {
    }
  });
  EXPECT_TRUE(running_server::eventually([&] { return server.sum(&fake_service::ended) == 1; }));
  sending.join();
}

TEST_P(live, a_stopping_server_says_when_to_come_back) {
  running_server server(GetParam());
  raw_client client(server.port);
  subscribe(client);
  std::thread stopping([&] { server.stop(); });
  auto const end = client.read_message();
  EXPECT_EQ(end.code(), 4000);
  EXPECT_GE(std::stoi(end.payload.substr(2)), 200);
  client.send_frame(close_frame, "\x0f\xa0");
  stopping.join();
  EXPECT_EQ(server.open_connections(), 0U);
}

TEST_P(live, an_event_stream_carries_the_same_messages) {
  running_server server(GetParam());
  raw_client client(server.port);
  client.send(events("meeting=11msp&topics=agenda,floor&since=-,3&epoch=e0"));
  auto const head = client.read_until("\r\n\r\n");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_NE(head.find("Content-Type: text/event-stream\r\n"), std::string::npos);
  EXPECT_EQ(head.find("Content-Length"), std::string::npos);
  EXPECT_EQ(client.read_until("\n\n"), "retry: 2000\nevent: subscribed\ndata: {\"epoch\":\"e1\",\"newest\":1}\n\n");
  EXPECT_EQ(client.read_until("\n\n"), "id: e1:1,3\ndata: {\"snapshot\":1}\n\n");
  server.on_every_shard([](fake_service& one) { one.publish(); });
  EXPECT_EQ(client.read_until("\n\n"), "id: e1:2,3\ndata: {\"patch\":2,\"pad\":\"\"}\n\n");
  std::thread stopping([&] { server.stop(); });
  EXPECT_TRUE(client.read_until("\n\n").starts_with("event: close\ndata: {\"code\":4000,\"reason\":\""));
  EXPECT_TRUE(client.is_ended());
  client.end_sending();
  stopping.join();
  EXPECT_EQ(server.sum(&fake_service::ended), 1);
}

TEST_P(live, event_streams_that_cannot_be_are_refused) {
  running_server server(GetParam());
  auto const status = [&](std::string_view request) { return raw_client(server.port).ask(request).status; };
  EXPECT_EQ(status(events("")), 400);
  EXPECT_EQ(status(events("topics=a,b&since=1")), 400);
  EXPECT_EQ(status(events("topics=a&since=x")), 400);
  EXPECT_EQ(status(events("topics=forbidden")), 403);
  EXPECT_EQ(status(events("topics=a", "Origin: http://evil\r\n")), 403);
  EXPECT_EQ(status(events("topics=a", "Cookie: dais_session=old\r\n")), 401);
  EXPECT_EQ(server.sum(&fake_service::ended), 1);
}

TEST_P(live, an_event_stream_that_begins_with_too_much_is_asked_to_come_back) {
  running_server server(GetParam());
  raw_client client(server.port);
  client.send(events("topics=flood"));
  client.read_until("event: close\ndata: ");
  EXPECT_TRUE(client.read_until("\n\n").starts_with("{\"code\":4001,"));
  client.end_sending();
}

TEST_P(live, a_defect_of_the_service_ends_one_session_only) {
  running_server server(GetParam());
  raw_client other(server.port);
  subscribe(other);
  raw_client client(server.port);
  ASSERT_EQ(client.open_websocket(), 101);
  client.send_frame(text, "throw");
  EXPECT_EQ(client.read_message().opcode, -1);
  other.send_frame(text, "hello");
  EXPECT_EQ(other.read_message().payload, R"({"who":"public","echo":5})");
}

TEST_P(live, an_idle_event_stream_is_kept_open_by_comments) {
  running_server server(GetParam(), {.deadlines = {.ping_after = 40ms, .dead_after = 80ms}});
  raw_client client(server.port);
  client.send(events("topics=agenda"));
  client.read_until("{\"snapshot\":1}\n\n");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(client.read_until("\n\n"), ":\n\n");
}

TEST(event_request, the_last_event_id_goes_before_the_query) {
  auto const asked = parse_event_request("meeting=m&topics=a,b%40x&since=1,2&epoch=old", "new:7,-");
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->epoch, "new");
  EXPECT_EQ(asked->topics[0].seq, 7U);
  EXPECT_EQ(asked->topics[1].seq, std::nullopt);
  EXPECT_EQ(subscribe_request(*asked),
            R"({"id":1,"jsonrpc":"2.0","method":"subscribe","params":{"meeting":"m","topics":{)"
            R"("a":{"epoch":"new","since":7},"b@x":{"since":0}}}})");
  EXPECT_EQ(event_id("new", asked->topics), "new:7,-");
}
