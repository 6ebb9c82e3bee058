#include "server/gateway/assets.hpp"
#include "server/gateway/conditional.hpp"
#include "server/gateway/credentials.hpp"
#include "server/gateway/disposition.hpp"
#include "server/gateway/response.hpp"
#include "server/gateway/routes.hpp"

#include <gtest/gtest.h>

using namespace dais::gateway;
using kind = selection::kind;

namespace {

selection part(std::uint64_t first, std::uint64_t last) { return {.what = kind::part, .range = {first, last}}; }

header_list headers(std::initializer_list<std::pair<std::string, std::string>> all) {
  header_list made;
  for (auto const& [name, value] : all) made.add(name, value);
  return made;
}

}  // namespace

TEST(conditional, a_single_range_selects_a_part) {
  auto const ask = [](std::string_view range, std::uint64_t size = 100) {
    return select({.range = range}, "\"e\"", size);
  };
  EXPECT_EQ(ask("bytes=0-0"), part(0, 0));
  EXPECT_EQ(ask("bytes=10-19"), part(10, 19));
  EXPECT_EQ(ask("bytes=10-"), part(10, 99));
  EXPECT_EQ(ask("bytes=10-1000"), part(10, 99));
  EXPECT_EQ(ask("bytes=-10"), part(90, 99));
  EXPECT_EQ(ask("bytes=-1000"), part(0, 99));
  EXPECT_EQ(ask("Bytes = 5-6"), part(5, 6));
}

TEST(conditional, a_range_behind_the_end_cannot_be_satisfied) {
  for (auto const* range : {"bytes=100-", "bytes=100-200", "bytes=-0"}) {
    EXPECT_EQ(select({.range = range}, "\"e\"", 100).what, kind::not_satisfiable) << range;
  }
  EXPECT_EQ(select({.range = "bytes=-5"}, "\"e\"", 0).what, kind::not_satisfiable);
  EXPECT_EQ(select({.range = "bytes=0-"}, "\"e\"", 0).what, kind::not_satisfiable);
}

TEST(conditional, ranges_that_are_not_understood_get_the_whole) {
  for (auto const* range : {"bytes=0-1,3-4", "items=0-1", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4",
                            "bytes=1", "bytes=99999999999999999999-", "bytes=--1"}) {
    EXPECT_EQ(select({.range = range}, "\"e\"", 100).what, kind::whole) << range;
  }
}

TEST(conditional, entity_tags_decide_before_ranges) {
  EXPECT_EQ(select({.if_none_match = "\"x\", \"e\"", .range = "bytes=0-1"}, "\"e\"", 9).what, kind::not_modified);
  EXPECT_EQ(select({.if_none_match = "W/\"e\""}, "\"e\"", 9).what, kind::not_modified);
  EXPECT_EQ(select({.if_none_match = "*"}, "\"e\"", 9).what, kind::not_modified);
  EXPECT_EQ(select({.if_none_match = "\"x\""}, "\"e\"", 9).what, kind::whole);
  EXPECT_EQ(select({.if_match = "\"x\""}, "\"e\"", 9).what, kind::precondition_failed);
  EXPECT_EQ(select({.if_match = "W/\"e\""}, "\"e\"", 9).what, kind::precondition_failed);
  EXPECT_EQ(select({.if_match = "*"}, "\"e\"", 9).what, kind::whole);
  EXPECT_EQ(select({.range = "bytes=0-1", .if_range = "\"e\""}, "\"e\"", 9), part(0, 1));
  EXPECT_EQ(select({.range = "bytes=0-1", .if_range = "\"x\""}, "\"e\"", 9).what, kind::whole);
  EXPECT_EQ(select({.range = "bytes=0-1", .if_range = "W/\"e\""}, "\"e\"", 9).what, kind::whole);
  EXPECT_EQ(select({.range = "bytes=0-1", .if_range = "Sun, 06 Nov 1994 08:49:37 GMT"}, "\"e\"", 9).what, kind::whole);
}

TEST(disposition, names_beyond_ascii_are_given_twice) {
  EXPECT_EQ(content_disposition(true, "agenda.pdf"), "attachment; filename=\"agenda.pdf\"");
  EXPECT_EQ(content_disposition(false, "r\xc3\xa9sum\xc3\xa9 1.pdf"),
            "inline; filename=\"r_sum_ 1.pdf\"; filename*=UTF-8''r%C3%A9sum%C3%A9%201.pdf");
}

TEST(disposition, a_name_cannot_leave_the_folder_or_the_header) {
  for (std::string const bad : {"../../etc/passwd", "a\r\nSet-Cookie: x", "a\"; x=\"", "..", "", "\xff", "C:\\x"}) {
    auto const value = content_disposition(true, bad);
    EXPECT_EQ(value.find_first_of("\r\n\\/"), std::string::npos) << value;
    EXPECT_EQ(value.find("filename=\"\""), std::string::npos) << value;
  }
}

TEST(disposition, hostile_upload_names_are_not_kept) {
  for (std::string const bad : {"", ".", "..", "../x", "a/b", "a\\b", "a\nb", "a\x7f", "\xff", "a\xc2\x85",
                                "x\xe2\x80\xae"
                                "fdp"}) {
    EXPECT_FALSE(is_acceptable_file_name(bad)) << bad;
  }
  EXPECT_FALSE(is_acceptable_file_name(std::string(256, 'a')));
  for (auto const* good : {"a.pdf", "ordre du jour.docx", "\xd8\xac\xd8\xaf\xd9\x88\xd9\x84.pdf", "..."}) {
    EXPECT_TRUE(is_acceptable_file_name(good)) << good;
  }
}

TEST(credentials, a_bearer_token_goes_before_the_cookie) {
  auto const both = find_credential(headers({{"Authorization", "bearer abc"}, {"Cookie", "dais_session=def"}}));
  ASSERT_TRUE(both);
  EXPECT_EQ(both->from, credential::source::bearer);
  EXPECT_EQ(both->token, "abc");
  auto const cookie = find_credential(headers({{"Cookie", "a=b; dais_session=def;c=d"}}));
  ASSERT_TRUE(cookie);
  EXPECT_EQ(cookie->from, credential::source::cookie);
  EXPECT_EQ(cookie->token, "def");
}

TEST(credentials, what_can_be_no_token_is_none) {
  EXPECT_FALSE(find_credential(headers({})));
  EXPECT_FALSE(find_credential(headers({{"Authorization", "Basic abc"}})));
  EXPECT_FALSE(find_credential(headers({{"Cookie", "dais_session="}})));
  EXPECT_FALSE(find_credential(headers({{"Cookie", "dais_session=a; dais_session=b"}})));
  EXPECT_FALSE(find_credential(headers({{"Cookie", "dais_session=a b"}})));
  EXPECT_EQ(find_credential(headers({{"Authorization", "Bearer a b"}}))->token, "");
  EXPECT_EQ(find_credential(headers({{"Authorization", "Bearer " + std::string(600, 'a')}}))->token, "");
}

TEST(credentials, only_our_own_pages_are_of_the_same_origin) {
  EXPECT_TRUE(is_same_origin(headers({{"Host", "a.example:81"}, {"Origin", "http://A.example:81"}})));
  EXPECT_TRUE(is_same_origin(headers({{"Host", "a.example"}, {"Origin", "https://a.example"}})));
  EXPECT_TRUE(is_same_origin(headers({{"Host", "a.example:443"}, {"Origin", "https://a.example"}})));
  EXPECT_TRUE(is_same_origin(headers({{"Host", "a"}, {"Sec-Fetch-Site", "same-origin"}})));
  EXPECT_FALSE(is_same_origin(headers({{"Host", "a"}})));
  EXPECT_FALSE(is_same_origin(headers({{"Host", "a"}, {"Origin", "null"}})));
  EXPECT_FALSE(is_same_origin(headers({{"Host", "a"}, {"Origin", "http://a.evil"}})));
  EXPECT_FALSE(is_same_origin(headers({{"Host", "a"}, {"Origin", "ftp://a"}})));
  EXPECT_FALSE(is_same_origin(headers({{"Host", "a"}, {"Origin", "http://b"}, {"Sec-Fetch-Site", "same-origin"}})));
  EXPECT_FALSE(is_same_origin(headers({{"Host", "a"}, {"Sec-Fetch-Site", "same-site"}})));
  std::vector<std::string> const also{"https://meeting.example"};
  EXPECT_TRUE(is_same_origin(headers({{"Host", "inner"}, {"Origin", "https://meeting.example"}}), also));
  EXPECT_FALSE(is_foreign_origin(headers({{"Host", "a"}})));
  EXPECT_TRUE(is_foreign_origin(headers({{"Host", "a"}, {"Origin", "http://b"}})));
}

TEST(credentials, the_cookie_is_kept_from_scripts_and_foreign_pages) {
  EXPECT_EQ(set_session_cookie("t", std::chrono::seconds(5), true),
            "dais_session=t; Path=/; HttpOnly; SameSite=Strict; Max-Age=5; Secure");
  EXPECT_EQ(clear_session_cookie(false), "dais_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST(routes, every_address_takes_its_methods_only) {
  EXPECT_EQ(find_route("GET", "/healthz").to, route::health);
  EXPECT_EQ(find_route("POST", "/rpc").to, route::rpc);
  EXPECT_EQ(find_route("GET", "/rpc").allow, "POST");
  EXPECT_EQ(find_route("PUT", "/rpc").allow, "POST");
  EXPECT_EQ(find_route("HEAD", "/live").allow, "GET");
  EXPECT_EQ(find_route("GET", "/documents/CCM/MSP/2023/2/en").rest, "CCM/MSP/2023/2/en");
  EXPECT_EQ(find_route("PUT", "/uploads").to, route::upload);
  EXPECT_EQ(find_route("POST", "/uploads/a/b").rest, "a/b");
  EXPECT_EQ(find_route("POST", "/link/abc").rest, "abc");
  EXPECT_EQ(find_route("GET", "/link/abc").to, route::asset);
  EXPECT_EQ(find_route("GET", "/sign-in").to, route::asset);
  EXPECT_EQ(find_route("PUT", "/sign-in").allow, "GET, HEAD, POST");
  EXPECT_EQ(find_route("GET", "/agenda").to, route::asset);
  EXPECT_EQ(find_route("POST", "/agenda").allow, "GET, HEAD");
  EXPECT_EQ(find_route("GET", "/documents/").to, route::asset);
}

TEST(response, the_head_carries_what_every_answer_needs) {
  using namespace std::chrono_literals;
  response made{.status = 200, .body = "hello"};
  made.set("X-Odd", "a\r\nb");
  auto const head = render_head(made, true, dais::runtime::instant(784111777000ms));
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"));
  EXPECT_NE(head.find("X-Odd: a  b\r\n"), std::string::npos);
  EXPECT_NE(head.find("Content-Length: 5\r\n"), std::string::npos);
  EXPECT_NE(head.find("X-Content-Type-Options: nosniff\r\n"), std::string::npos);
  EXPECT_NE(head.find("X-Frame-Options: DENY\r\n"), std::string::npos);
  EXPECT_EQ(head.find("Connection:"), std::string::npos);
  EXPECT_NE(render_head(made, false, {}).find("Connection: close\r\n"), std::string::npos);
}

TEST(response, a_refusal_is_json_whatever_its_words_hold) {
  auto const made = refused(
      {.status = 429, .code = "slow", .message = "a\"b\xff", .field = "x.y", .retry_after = std::chrono::seconds(7)});
  EXPECT_EQ(made.body, R"({"error":{"code":"slow","message":"a\"b)"
                       "\xef\xbf\xbd"
                       R"(","field":"x.y"}})");
  EXPECT_NE(render_head(made, true, {}).find("Retry-After: 7\r\n"), std::string::npos);
}

TEST(assets, pages_and_files_are_answered_in_the_best_encoding) {
  std::vector<asset> const all{
      {.path = "/index.html", .media_type = "text/html; charset=utf-8", .etag = "\"i\"", .plain = "<html>"},
      {.path = "/assets/a-1.js",
       .media_type = "text/javascript",
       .etag = "\"a\"",
       .plain = "plain",
       .gzip = "gz",
       .brotli = "br"}};
  auto const get = [&](std::string path, std::string accept = {}, std::string if_none_match = {}) {
    request_head head;
    if (!accept.empty()) head.headers.add("Accept-Encoding", accept);
    if (!if_none_match.empty()) head.headers.add("If-None-Match", if_none_match);
    return asset_response(all, head, {.path = std::move(path)}, default_content_security_policy);
  };
  EXPECT_EQ(get("/assets/a-1.js").fixed_body, "plain");
  EXPECT_EQ(get("/assets/a-1.js", "gzip, br").fixed_body, "br");
  EXPECT_EQ(get("/assets/a-1.js", "gzip, br;q=0").fixed_body, "gz");
  EXPECT_EQ(get("/assets/a-1.js", "", "\"a\"").status, 304);
  EXPECT_NE(render_head(get("/assets/a-1.js"), true, {}).find("immutable"), std::string::npos);
  EXPECT_EQ(get("/").fixed_body, "<html>");
  EXPECT_EQ(get("/agenda/10").fixed_body, "<html>");
  EXPECT_NE(render_head(get("/agenda"), true, {}).find("Content-Security-Policy: default-src 'self'"),
            std::string::npos);
  EXPECT_EQ(get("/assets/b-2.js").status, 404);
  EXPECT_EQ(get("/favicon.ico").status, 404);
}
