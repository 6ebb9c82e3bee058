#include "tests/unit/gateway/running_server.hpp"

using namespace dais::gateway;
using namespace dais::gateway::tests;
using namespace std::chrono_literals;

class http_session : public on_shards {};
INSTANTIATE_TEST_SUITE_P(one_and_three, http_session, testing::Values(1U, 3U));

namespace {

std::string get(std::string_view path, std::string_view headers = {}, std::string_view method = "GET") {
  return std::string(method) + ' ' + std::string(path) + " HTTP/1.1\r\nHost: dais\r\n" + std::string(headers) + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view headers = {}) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: dais\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

int status_of(running_server& server, std::string_view request) { return raw_client(server.port).ask(request).status; }

}  // namespace

TEST_P(http_session, a_connection_serves_one_request_after_the_other) {
  running_server server(GetParam());
  raw_client client(server.port);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(client.ask(get("/healthz")).body, "ok\n");
  EXPECT_EQ(client.ask(get("/healthz", {}, "HEAD")).headers["content-length"], "3");
  EXPECT_EQ(client.ask(get("/readyz")).status, 503);
  EXPECT_EQ(client.ask(get("/metrics")).body, "/metrics");
  EXPECT_EQ(client.ask(get("/agenda")).body, "<html>");
  EXPECT_EQ(client.ask(get("/missing.png")).status, 404);
  client.send(get("/healthz") + get("/schema/a.json"));
  EXPECT_EQ(client.read_response().body, "ok\n");
  EXPECT_EQ(client.read_response().body, "/schema/a.json");
  EXPECT_EQ(client.ask(get("/healthz", "Connection: close\r\n")).headers["connection"], "close");
  EXPECT_TRUE(client.is_ended());
}

TEST_P(http_session, every_doubtful_request_is_refused_and_the_server_lives) {
  running_server server(GetParam());
  auto const chunks = [](std::string_view rest) {
    return "POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" +
           std::string(rest);
  };
  std::vector<std::pair<std::string, int>> const cases{
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400},
      {"POST /rpc HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
      {"POST /rpc HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
      {"POST /rpc HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST /rpc HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n", 400},
      {"POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n", 400},
      {"CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET /documents/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505},
      {"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
      {chunks("0\r\nTrailer: " + std::string(65'536, 't') + "\r\n\r\n"), 400},
      {chunks("0\r\nTrailer: " + std::string(1'000'000, 't') + "\r\n\r\n"), 400},
      {chunks("1;" + std::string(1'000'000, 'e') + "\r\nx\r\n0\r\n\r\n"), 400},
      {chunks("zz\r\n"), 400},
      {post("/healthz", "{}"), 405},
      {get("/rpc"), 405},
      {"POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}", 415},
      {post("/sign-in", "\xff"), 400},
      {post("/rpc", "{}", "Origin: http://evil\r\n"), 403},
      {post("/rpc", "{}", "Cookie: dais_session=good\r\n"), 403},
      {post("/rpc", "{}", "Authorization: Bearer bad\r\n"), 401},
  };
  for (auto const& [request, status] : cases) {
    EXPECT_EQ(status_of(server, request), status) << request.substr(0, 150);
  }
  EXPECT_EQ(status_of(server, get("/healthz")), 200);
}

TEST_P(http_session, calls_are_made_by_who_the_credential_names) {
  running_server server(GetParam());
  raw_client client(server.port);
  EXPECT_EQ(client.ask(post("/rpc", "{}")).body, R"({"who":"public","echo":2})");
  EXPECT_EQ(client.ask(post("/rpc", "{}", "Authorization: Bearer good\r\n")).body, R"({"who":"good","echo":2})");
  EXPECT_EQ(client.ask(post("/rpc", "{}", "Cookie: dais_session=good\r\nOrigin: http://dais\r\n")).body,
            R"({"who":"good","echo":2})");
  EXPECT_EQ(client.ask(post("/rpc", "{}", "Cookie: dais_session=good\r\nSec-Fetch-Site: same-origin\r\n")).body,
            R"({"who":"good","echo":2})");
  EXPECT_EQ(client.ask(post("/rpc", "{}", "Cookie: dais_session=old\r\nOrigin: http://dais\r\n")).body,
            R"({"who":"public","echo":2})");
  EXPECT_EQ(client.ask(post("/rpc", "notify")).status, 204);
  EXPECT_EQ(client
                .ask("POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
                     "\r\n\r\n2\r\n{}\r\n3\r\n   \r\n0\r\nT: x\r\n\r\n")
                .body,
            R"({"who":"public","echo":5})");
}

TEST_P(http_session, a_body_beyond_the_limit_is_refused_before_and_while_it_comes) {
  running_server server(GetParam(), {.rpc_bytes = 1000});
  EXPECT_EQ(status_of(server,
                      "POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                      "Content-Length: 1001\r\n\r\n"),
            413);
  std::string chunks;
  for (int i = 0; i < 20; ++i) chunks += "64\r\n" + std::string(100, ' ') + "\r\n";
  EXPECT_EQ(status_of(server,
                      "POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                      "Transfer-Encoding: chunked\r\n\r\n" +
                          chunks),
            413);
}

TEST_P(http_session, a_client_that_waits_for_100_is_told_to_go_on) {
  running_server server(GetParam());
  raw_client client(server.port);
  client.send(
      "POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
      "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.read_until("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(client.ask("{}").status, 200);
}

TEST_P(http_session, slow_heads_slow_bodies_and_idle_connections_end) {
  running_server server(GetParam(), {.deadlines = {.idle = 100ms, .header = 100ms, .body_gap = 100ms, .linger = 50ms}});
  raw_client slow_head(server.port);
  slow_head.send("GET / HTTP/1.1\r\nHo");
  EXPECT_EQ(slow_head.read_response().status, 408);
  raw_client slow_body(server.port);
  slow_body.send("POST /rpc HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{");
  EXPECT_EQ(slow_body.read_response().status, 408);
  raw_client idle(server.port);
  EXPECT_TRUE(idle.is_ended());
  raw_client kept(server.port);
  EXPECT_EQ(kept.ask(get("/healthz")).status, 200);
  EXPECT_TRUE(kept.is_ended());
  EXPECT_TRUE(running_server::eventually([&] { return server.open_connections() == 0; }));
}

TEST_P(http_session, a_head_that_comes_byte_by_byte_does_not_win_time) {
  running_server server(GetParam(), {.deadlines = {.header = 150ms, .linger = 50ms}});
  raw_client client(server.port);
  auto const end = std::chrono::steady_clock::now() + 5s;
  std::string_view const head = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
  client.send(head);
  while (std::chrono::steady_clock::now() < end && client.send("x")) std::this_thread::sleep_for(20ms);
  EXPECT_LT(std::chrono::steady_clock::now(), end);
}

TEST_P(http_session, a_service_that_does_not_answer_gets_503) {
  running_server server(GetParam(), {.deadlines = {.answer = 50ms, .long_answer = 50ms}});
  raw_client client(server.port);
  EXPECT_EQ(client.ask(post("/rpc", "hold")).status, 503);
  EXPECT_EQ(client.ask(post("/rpc", "forget")).status, 503);
  EXPECT_EQ(client.ask(post("/rpc", "{}", "Authorization: Bearer silent\r\n")).status, 503);
  EXPECT_EQ(status_of(server, post("/rpc", "{}")), 200);
  server.on_every_shard([](fake_service& one) { one.held.clear(); });
}

TEST_P(http_session, a_defect_of_the_service_ends_one_connection_only) {
  running_server server(GetParam());
  raw_client client(server.port);
  EXPECT_EQ(client.ask(post("/rpc", "throw")).status, 0);
  EXPECT_EQ(status_of(server, get("/healthz")), 200);
}

TEST_P(http_session, signing_in_and_out_sets_and_clears_the_cookie) {
  running_server server(GetParam(), {.trusted_proxies = {"127.0.0.1"}});
  raw_client client(server.port);
  EXPECT_EQ(client.ask(post("/sign-in", "{}")).headers["set-cookie"],
            "dais_session=good; Path=/; HttpOnly; SameSite=Strict; Max-Age=60");
  EXPECT_TRUE(
      client.ask(post("/sign-in", "{}", "X-Forwarded-Proto: https\r\n")).headers["set-cookie"].ends_with("; Secure"));
  auto const slow = client.ask(post("/sign-in", "slow"));
  EXPECT_EQ(slow.status, 429);
  EXPECT_EQ(slow.headers.at("retry-after"), "9");
  EXPECT_EQ(client.ask(post("/link/once", "")).status, 200);
  EXPECT_EQ(client.ask(post("/link/twice", "")).status, 410);
  EXPECT_EQ(client.ask(get("/link/once")).body, "<html>");
  EXPECT_EQ(
      client.ask(post("/sign-out", "", "Origin: http://dais\r\nCookie: dais_session=good\r\n")).headers["set-cookie"],
      "dais_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
  EXPECT_EQ(status_of(server, post("/sign-out", "", "Cookie: dais_session=good\r\n")), 403);
  EXPECT_EQ(status_of(server, post("/sign-in", "{}", "Origin: http://evil\r\n")), 403);
}

TEST_P(http_session, connections_beyond_the_most_are_turned_away) {
  running_server server(GetParam(), {.connections = 2});
  raw_client first(server.port);
  raw_client second(server.port);
  EXPECT_EQ(first.ask(get("/healthz")).status, 200);
  EXPECT_EQ(second.ask(get("/healthz")).status, 200);
  raw_client third(server.port);
  EXPECT_TRUE(third.is_ended());
}

TEST_P(http_session, stopping_finishes_what_is_under_way_and_ends_the_rest) {
  running_server server(GetParam());
  raw_client idle(server.port);
  EXPECT_EQ(idle.ask(get("/healthz")).status, 200);
  raw_client busy(server.port);
  busy.send(post("/rpc", "hold"));
  ASSERT_TRUE(running_server::eventually([&] { return server.sum(&fake_service::calls) == 1; }));
  std::thread stopping([&] { server.stop(); });
  EXPECT_TRUE(idle.is_ended());
  server.on_every_shard([](fake_service& one) {
    for (auto& then : one.held) then("late");
  });
  auto const got = busy.read_response();
  EXPECT_EQ(got.body, "late");
  EXPECT_EQ(got.headers.at("connection"), "close");
  busy.end_sending();
  stopping.join();
  EXPECT_EQ(server.open_connections(), 0U);
}
