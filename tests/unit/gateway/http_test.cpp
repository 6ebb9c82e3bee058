#include "server/gateway/http_guard.hpp"
#include "server/gateway/request_parser.hpp"
#include "server/gateway/text.hpp"

#include <gtest/gtest.h>

using namespace dais::gateway;
using progress = request_parser::progress;

namespace {

struct read_request {
  progress end = progress::need_more;
  int status = 0;
  request_head head;
  std::string body;
  std::string unused;
};

/// Feeds `bytes` in pieces, as a session does: what was not used stands before what comes.
read_request read(std::string_view bytes, std::size_t piece = 1 << 20) {
  request_parser parser;
  read_request got;
  std::string pending;
  bool done = false;
  while (!done && !bytes.empty()) {
    pending += bytes.substr(0, piece);
    bytes.remove_prefix(std::min(piece, bytes.size()));
    std::string_view input = pending;
    for (;;) {
      got.end = parser.feed(input);
      got.body += got.end == progress::failed ? "" : parser.take_body();
      if (got.end == progress::complete || got.end == progress::failed) done = true;
      if (done || got.end == progress::need_more) break;
    }
    pending = std::string(input);
  }
  got.status = parser.failure_status();
  got.unused = pending + std::string(bytes);
  if (got.end != progress::failed) got.head = parser.head();
  return got;
}

std::string chunked(std::string_view rest) {
  return "POST /rpc HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + std::string(rest);
}

}  // namespace

TEST(request_parser, a_request_without_body_is_complete_with_its_head) {
  for (std::size_t const piece : {1U, 2U, 9U, 1000U}) {
    auto const got = read("GET /a?b HTTP/1.1\r\nHost: x\r\nAccept: y\r\n\r\nGET", piece);
    EXPECT_EQ(got.end, progress::complete);
    EXPECT_EQ(got.head.method, "GET");
    EXPECT_EQ(got.head.target, "/a?b");
    EXPECT_EQ(got.head.headers.get("accept"), "y");
    EXPECT_TRUE(got.head.keep_alive);
    EXPECT_EQ(got.unused, "GET");
  }
}

TEST(request_parser, bodies_arrive_in_both_framings_however_they_are_split) {
  for (std::size_t const piece : {1U, 2U, 3U, 7U, 1000U}) {
    auto const plain = read("POST /rpc HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhelloNEXT", piece);
    EXPECT_EQ(plain.end, progress::complete);
    EXPECT_EQ(plain.body, "hello");
    EXPECT_EQ(plain.head.content_length, 5U);
    EXPECT_EQ(plain.unused, "NEXT");
    auto const parts = read(chunked("3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nT: v\r\n\r\nNEXT"), piece);
    EXPECT_EQ(parts.end, progress::complete);
    EXPECT_EQ(parts.body, "hello");
    EXPECT_TRUE(parts.head.chunked);
    EXPECT_EQ(parts.head.headers.count("T"), 0U);
    EXPECT_EQ(parts.unused, "NEXT");
  }
}

TEST(request_parser, an_empty_chunked_body_may_come_byte_by_byte) {
  for (std::size_t const piece : {1U, 2U, 3U, 4U, 5U, 1000U}) {
    for (std::string_view const last : {"0\r\n\r\n", "00\r\n\r\n", "0;x\r\n\r\n", "0\r\nT: v\r\n\r\n"}) {
      auto const got = read(chunked(last), piece);
      EXPECT_EQ(got.end, progress::complete) << last << piece;
      EXPECT_EQ(got.unused, "");
    }
  }
}

TEST(request_parser, a_trailer_of_any_length_fails_without_an_exception) {
  for (std::size_t const size : {17000U, 65535U, 65536U, 70000U, 1000000U}) {
    for (std::size_t const piece : {8192U, 1U << 22U}) {
      auto const got = read(chunked("0\r\nT: " + std::string(size, 't') + "\r\n\r\n"), piece);
      EXPECT_EQ(got.end, progress::failed);
      EXPECT_EQ(got.status, 400);
    }
  }
}

TEST(request_parser, huge_chunk_extensions_fail) {
  auto const one = read(chunked("1;" + std::string(20000, 'e') + "\r\nx\r\n0\r\n\r\n"), 4096);
  EXPECT_EQ(one.end, progress::failed);
  EXPECT_EQ(one.status, 400);
  std::string many;
  for (int i = 0; i < 100; ++i) many += "1;" + std::string(60, 'e') + "\r\nx\r\n";
  EXPECT_EQ(read(chunked(many + "0\r\n\r\n")).status, 400);
}

TEST(request_parser, a_broken_chunk_fails) {
  for (std::string_view const bad :
       {"x\r\n", "-1\r\n", "ffffffffffffffffff\r\n", "2\r\nabc\r\n0\r\n\r\n", "1\r\nabcdef\r\n"}) {
    EXPECT_EQ(read(chunked(bad)).status, 400) << bad;
  }
}

TEST(request_parser, a_header_above_the_limit_gets_431) {
  auto const start = std::string("GET / HTTP/1.1\r\nHost: x\r\nA: ");
  EXPECT_EQ(read(start + std::string(15000, 'a') + "\r\n\r\n").end, progress::complete);
  EXPECT_EQ(read(start + std::string(17000, 'a') + "\r\n\r\n").status, 431);
  EXPECT_EQ(read("GET /" + std::string(17000, 'a'), 1000).status, 431);
}

TEST(request_parser, what_makes_the_end_of_a_request_doubtful_is_refused) {
  auto const status = [](std::string_view fields, int minor = 1) {
    return read("POST / HTTP/1." + std::to_string(minor) + "\r\nHost: x\r\n" + std::string(fields) + "\r\n\r\n").status;
  };
  EXPECT_EQ(status("Transfer-Encoding: gzip"), 501);
  EXPECT_EQ(status("Transfer-Encoding: gzip, chunked"), 501);
  EXPECT_EQ(status("Transfer-Encoding: chunked, gzip"), 501);
  EXPECT_EQ(status("Transfer-Encoding: xchunked"), 501);
  EXPECT_EQ(status("Transfer-Encoding: identity"), 501);
  EXPECT_EQ(status("Transfer-Encoding:"), 501);
  EXPECT_EQ(status("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"), 400);
  EXPECT_EQ(status("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity"), 400);
  EXPECT_EQ(status("Transfer-Encoding: chunked\r\nContent-Length: 3"), 400);
  EXPECT_EQ(status("Content-Length: 3\r\nTransfer-Encoding: chunked"), 400);
  EXPECT_EQ(status("Content-Length: 3\r\nTransfer-Encoding: xyz"), 400);
  EXPECT_EQ(status("Transfer-Encoding: chunked", 0), 400);
  EXPECT_EQ(status("Content-Length: 3\r\nContent-Length: 3"), 400);
  EXPECT_EQ(status("Content-Length: 3\r\nContent-Length: 4"), 400);
  EXPECT_EQ(status("Content-Length: 3, 3"), 400);
  EXPECT_EQ(status("Content-Length: +3"), 400);
  EXPECT_EQ(status("Content-Length: 0x3"), 400);
  EXPECT_EQ(status("Content-Length: 99999999999999999999"), 400);
  EXPECT_EQ(status("Content-Length : 3"), 400);
  EXPECT_EQ(status("A: b\r\n\rc: d"), 400);
}

TEST(request_parser, other_versions_and_garbage_are_refused) {
  EXPECT_EQ(read("GET / HTTP/2.0\r\nHost: x\r\n\r\n").status, 505);
  EXPECT_EQ(read("GET / HTTP/1.2\r\nHost: x\r\n\r\n").status, 505);
  EXPECT_EQ(read("GET  / HTTP/1.1\r\nHost: x\r\n\r\n").end, progress::failed);
  EXPECT_EQ(read(std::string("\x16\x03\x01\x02\x00", 5)).end, progress::failed);
  EXPECT_EQ(read("GET / HTTP/1.1\nHost: x\n\n").end, progress::failed);
}

TEST(http_guard, exactly_one_valid_host_is_needed) {
  auto const status = [](std::vector<std::string> hosts, int version = 11) {
    request_head head{.method = "GET", .target = "/", .version = version};
    for (auto& host : hosts) head.headers.add("Host", host);
    return check_head(head).status;
  };
  for (auto const* good : {"dais.example", "localhost:8080", "10.0.0.1", "[::1]:80", "[fe80::1]", "a_b"}) {
    EXPECT_EQ(status({good}), 0) << good;
  }
  for (auto const* bad : {"", "a b", "a/b", "a@b", "a:b", "a:", "a:70000", "[::1", "[]", "[::1]x", "a,b", "a:1:2"}) {
    EXPECT_EQ(status({bad}), 400) << bad;
  }
  EXPECT_EQ(status({}), 400);
  EXPECT_EQ(status({"a", "a"}), 400);
  EXPECT_EQ(status({}, 10), 0);
}

TEST(http_guard, methods_are_taken_refused_or_unknown) {
  auto const status = [](std::string method) {
    request_head head{.method = std::move(method), .target = "/"};
    head.headers.add("Host", "a");
    return check_head(head).status;
  };
  for (auto const* taken : {"GET", "HEAD", "POST", "PUT"}) EXPECT_EQ(status(taken), 0);
  for (auto const* refused : {"CONNECT", "TRACE", "OPTIONS", "DELETE", "PATCH"}) EXPECT_EQ(status(refused), 405);
  for (auto const* unknown : {"get", "BREW", "PRI"}) EXPECT_EQ(status(unknown), 501);
}

TEST(request_target, paths_are_decoded_and_may_not_climb) {
  auto const good = parse_target("/documents/CCM%2FMSP/%C3%A9?x=1&y");
  ASSERT_TRUE(good);
  EXPECT_EQ(good->path, "/documents/CCM/MSP/\xc3\xa9");
  EXPECT_EQ(good->query, "x=1&y");
  EXPECT_TRUE(parse_target("/"));
  EXPECT_TRUE(parse_target("/a/"));
  for (auto const* bad : {"", "a", "*", "http://x/", "//x", "/a//b", "/..", "/a/../b", "/a/%2e%2e/b", "/.", "/%00",
                          "/a%0d%0ab", "/a%", "/a%4", "/%zz", "/%ff", "/a\\b", "/a%5c..", "/%2e%2e%2fetc"}) {
    EXPECT_FALSE(parse_target(bad)) << bad;
  }
}

TEST(text, query_values_are_decoded) {
  EXPECT_EQ(query_value("a=1&b=x+y%26&c", "b"), "x y&");
  EXPECT_EQ(query_value("a=1&b=x+y%26&c", "c"), "");
  EXPECT_EQ(query_value("a=1", "b"), std::nullopt);
  EXPECT_EQ(query_value("b=%zz", "b"), std::nullopt);
  EXPECT_EQ(query_value("&&=&b=2", "b"), "2");
}

TEST(text, lists_are_split_at_commas_outside_quotes) {
  EXPECT_EQ(list_elements(" a ,, \"b,c\" ,d"), (std::vector<std::string_view>{"a", "\"b,c\"", "d"}));
  EXPECT_TRUE(list_has("Keep-Alive, Upgrade", "upgrade"));
  EXPECT_FALSE(list_has("upgraded", "upgrade"));
}
