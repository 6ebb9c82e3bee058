#include "tests/unit/gateway/running_server.hpp"

using namespace dais::gateway;
using namespace dais::gateway::tests;
using namespace std::chrono_literals;

class files : public on_shards {};
INSTANTIATE_TEST_SUITE_P(one_and_three, files, testing::Values(1U, 3U));

namespace {

std::string get(std::string_view headers, std::string_view path = "/documents/CCM/MSP/2023/2/en",
                std::string_view method = "GET") {
  return std::string(method) + ' ' + std::string(path) + " HTTP/1.1\r\nHost: dais\r\n" + std::string(headers) + "\r\n";
}

std::string put(std::string_view body, std::string_view path = "/uploads?name=a.txt",
                std::string_view credential = "Authorization: Bearer good\r\n") {
  return "PUT " + std::string(path) + " HTTP/1.1\r\nHost: dais\r\n" + std::string(credential) +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace

TEST_P(files, a_document_comes_with_its_tag_name_and_rules) {
  running_server server(GetParam());
  raw_client client(server.port);
  auto const whole = client.ask(get(""));
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(whole.body, "0123456789");
  EXPECT_EQ(whole.headers.at("etag"), "\"abc\"");
  EXPECT_EQ(whole.headers.at("accept-ranges"), "bytes");
  EXPECT_EQ(whole.headers.at("content-disposition"),
            "inline; filename=\"r_sum_.pdf\"; filename*=UTF-8''r%C3%A9sum%C3%A9.pdf");
  EXPECT_EQ(whole.headers.at("cache-control"), "public, no-cache");
  EXPECT_EQ(whole.headers.at("vary"), "Cookie, Authorization");
  auto const head = client.ask(get("", "/documents/CCM/MSP/2023/2/en", "HEAD"));
  EXPECT_EQ(head.headers.at("content-length"), "10");
  EXPECT_TRUE(client.ask(get("", "/documents/CCM/MSP/2023/2/en?download"))
                  .headers["content-disposition"]
                  .starts_with("attachment"));
  EXPECT_EQ(client.ask(get("", "/documents/none")).status, 404);
  EXPECT_EQ(client.ask(get("", "/documents/secret")).status, 401);
  EXPECT_EQ(client.ask(get("Cookie: dais_session=good\r\n", "/documents/secret")).status, 200);
}

TEST_P(files, ranges_and_conditions_are_honoured) {
  running_server server(GetParam());
  raw_client client(server.port);
  auto const part = client.ask(get("Range: bytes=2-4\r\n"));
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "234");
  EXPECT_EQ(part.headers.at("content-range"), "bytes 2-4/10");
  EXPECT_EQ(client.ask(get("Range: bytes=-3\r\n")).body, "789");
  EXPECT_EQ(client.ask(get("Range: bytes=8-\r\nIf-Range: \"abc\"\r\n")).body, "89");
  EXPECT_EQ(client.ask(get("Range: bytes=8-\r\nIf-Range: \"old\"\r\n")).body, "0123456789");
  auto const beyond = client.ask(get("Range: bytes=10-\r\n"));
  EXPECT_EQ(beyond.status, 416);
  EXPECT_EQ(beyond.headers.at("content-range"), "bytes */10");
  EXPECT_EQ(client.ask(get("Range: bytes=0-1,3-4\r\n")).status, 200);
  auto const same = client.ask(get("If-None-Match: \"x\", \"abc\"\r\n"));
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.headers.at("etag"), "\"abc\"");
  EXPECT_EQ(client.ask(get("If-Match: \"old\"\r\n")).status, 412);
  EXPECT_EQ(client.ask(get("")).body, "0123456789");
}

TEST_P(files, a_big_document_arrives_whole_also_at_a_slow_reader) {
  running_server server(GetParam());
  raw_client client(server.port, 4096);
  client.send(get("", "/documents/big"));
  EXPECT_TRUE(client.read_response().body == fake_service::document_bytes("big"));
}

TEST_P(files, a_reader_that_stops_reading_is_given_up) {
  running_server server(GetParam(), {.deadlines = {.write_gap = 100ms}});
  raw_client client(server.port, 4096);
  client.send(get("", "/documents/big"));
  EXPECT_TRUE(running_server::eventually([&] { return server.open_connections() == 0; }));
}

TEST_P(files, an_upload_is_streamed_and_its_content_looked_at) {
  running_server server(GetParam());
  raw_client client(server.port);
  auto const kept = client.ask(put("%PDF-1.7 hello"));
  EXPECT_EQ(kept.status, 201);
  EXPECT_EQ(kept.body, R"({"size":14,"type":"application/pdf"})");
  auto const big = std::string(900'000, 'x');
  EXPECT_EQ(client.ask(put(big)).body, R"({"size":900000,"type":"text/plain; charset=utf-8"})");
  std::lock_guard const lock(server.uploads.mutex);
  ASSERT_EQ(server.uploads.finished.size(), 2U);
  EXPECT_TRUE(server.uploads.finished[1] == big);
}

TEST_P(files, uploads_that_cannot_be_kept_are_refused_and_leave_nothing) {
  running_server server(GetParam());
  auto const status = [&](std::string_view request) { return raw_client(server.port).ask(request).status; };
  EXPECT_EQ(
      status("PUT /uploads HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good\r\nContent-Length: 60000000\r\n\r\n"),
      413);
  EXPECT_EQ(status(put(std::string(200, 'x'), "/uploads/small")), 413);
  EXPECT_EQ(status("PUT /uploads/small HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good\r\n"
                   "Transfer-Encoding: chunked\r\n\r\nc8\r\n" +
                   std::string(200, 'x') + "\r\n0\r\n\r\n"),
            413);
  EXPECT_EQ(status(put(std::string("MZ\x90\0\0\0\0", 7))), 415);
  EXPECT_EQ(status(put("PK\x03\x04 no archive")), 415);
  EXPECT_EQ(status(put("")), 415);
  EXPECT_EQ(status(put("x", "/uploads", "")), 401);
  EXPECT_EQ(status(put("x", "/uploads?name=..%2Fx")), 400);
  EXPECT_EQ(status(put("x", "/uploads?name=a%0Ab")), 400);
  EXPECT_EQ(status(put("disk-full")), 507);
  EXPECT_TRUE(running_server::eventually(
      [&] { return server.uploads.abandoned == server.uploads.begun && server.uploads.begun > 0; }));
  EXPECT_TRUE(server.uploads.finished.empty());
}

TEST_P(files, an_upload_that_is_cut_off_leaves_nothing) {
  running_server server(GetParam());
  {
    raw_client client(server.port);
    client.send("PUT /uploads HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer good\r\nContent-Length: 1000\r\n\r\n%PDF-");
    ASSERT_TRUE(running_server::eventually([&] { return server.uploads.begun == 1; }));
  }
  EXPECT_TRUE(running_server::eventually([&] { return server.uploads.abandoned == 1; }));
  EXPECT_TRUE(server.uploads.finished.empty());
}

TEST_P(files, an_export_is_a_download) {
  running_server server(GetParam());
  raw_client client(server.port);
  auto const got = client.ask("GET /exports/agenda?format=csv HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(got.body, "agenda?format=csv");
  EXPECT_EQ(got.headers.at("content-disposition"), "attachment; filename=\"list.csv\"");
  EXPECT_EQ(got.headers.at("cache-control"), "no-store");
}
