#include "server/mail/headers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "protocol/json.hpp"
#include "tests/support/files.hpp"
#include "tests/unit/mail/reading.hpp"

namespace dais::mail {
namespace {

using tests::decoded;

/// A header's lines as they go out, after its name.
std::vector<std::string> lines_of(std::string const& header) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= header.size();) {
    auto const end = std::min(header.find("\r\n", at), header.size());
    out.push_back(header.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

std::string unfolded(std::string header) {
  for (std::size_t at; (at = header.find("\r\n ")) != header.npos;) header.erase(at, 2);
  return header;
}

TEST(mail_headers, a_short_text_in_ascii_stays_as_it_is) {
  EXPECT_EQ(header_text("Your sponsorship"), "Your sponsorship");
  EXPECT_EQ(mailbox("Ana Smith", "ana@example.org"), "\"Ana Smith\"\r\n <ana@example.org>");
  EXPECT_EQ(mailbox("", "ana@example.org"), "<ana@example.org>");
  EXPECT_EQ(mailbox(R"(Ana "\" Smith)", "ana@example.org"), "\"Ana \\\"\\\\\\\" Smith\"\r\n <ana@example.org>");
}

TEST(mail_headers, a_text_in_any_script_is_encoded_in_words_that_are_short_and_whole) {
  for (std::string const one :
       {"Réunion des États parties", "缔约国会议", "اجتماع الدول الأطراف", "=?UTF-8?B?AAAA?="}) {
    std::string text;
    for (int i = 0; i < 9; ++i) text += one + (i % 2 ? " " : "");
    for (auto const& each : {one, text}) {
      auto const header = header_text(each);
      EXPECT_FALSE(beyond_ascii(header));
      for (auto const& line : lines_of(header)) {
        EXPECT_LE(line.size(), 76U) << line;
        auto const begin = line.find("=?UTF-8?B?") + 10;
        EXPECT_TRUE(protocol::valid_utf8(tests::from_base64(line.substr(begin, line.size() - 2 - begin)))) << line;
      }
      EXPECT_EQ(decoded(unfolded(header)), each);
    }
  }
}

TEST(mail_headers, a_long_ascii_text_is_folded_too) {
  std::string const text(400, 'x');
  for (auto const& line : lines_of(header_text(text))) EXPECT_LE(line.size(), 76U);
  EXPECT_EQ(decoded(unfolded(header_text(text))), text);
}

TEST(mail_headers, a_file_name_keeps_an_ascii_form_beside_the_whole_one) {
  EXPECT_EQ(attachment_disposition("letter.pdf"), "attachment;\r\n filename=\"letter.pdf\"");
  EXPECT_EQ(attachment_disposition("é\".pdf"),
            "attachment;\r\n filename=\"___.pdf\";\r\n filename*=UTF-8''%C3%A9%22.pdf");
}

TEST(mail_headers, a_date_is_written_in_english_and_universal_time) {
  EXPECT_EQ(header_date(*protocol::parse_instant("2023-09-11T08:05:09.999Z")), "Mon, 11 Sep 2023 08:05:09 +0000");
  EXPECT_EQ(header_date(*protocol::parse_instant("2024-02-29T23:59:59Z")), "Thu, 29 Feb 2024 23:59:59 +0000");
}

TEST(mail_headers, addresses_that_could_say_more_than_an_address_are_none) {
  for (auto const* good : {"a@example.org", "a.b+c_d@mail.example.org", "o'hara@x-y.example", "x@localhost"})
    EXPECT_TRUE(plain_address(good)) << good;
  for (std::string const bad : {"",
                                "a",
                                "@",
                                "a@",
                                "@b.org",
                                "a@b@c.org",
                                "a b@c.org",
                                "a@c.org>",
                                "<a@c.org",
                                "a@c.org\r\nRCPT TO:<b@c.org>",
                                "a\n@c.org",
                                "a@c..org",
                                ".a@c.org",
                                "a.@c.org",
                                "a@-c.org",
                                "a@c-.org",
                                "a@[127.0.0.1]",
                                "\"a b\"@c.org",
                                "a@c.org SIZE=1",
                                "ä@c.org",
                                "a@cö.org",
                                "a@c.org.",
                                "a,b@c.org",
                                "a;b@c.org"})
    EXPECT_FALSE(plain_address(bad)) << bad;
  EXPECT_FALSE(plain_address(std::string("a\0@c.org", 8)));
  EXPECT_FALSE(plain_address(std::string(65, 'a') + "@c.org"));
  EXPECT_FALSE(plain_address("a@" + std::string(64, 'c') + ".org"));
}

TEST(mail_headers, no_naughty_string_adds_a_line_or_is_lost) {
  auto const all = protocol::json::parse(
      support::read_file(std::filesystem::path(DAIS_SOURCE_DIR) / "tests/support/hostile/strings/blns.json"));
  for (auto const& each : all) {
    auto const text = each.get<std::string>();
    if (!fits_header(text)) continue;
    for (auto const& header : {header_text(text), mailbox(text, "a@example.org"), attachment_disposition(text)}) {
      EXPECT_FALSE(beyond_ascii(header));
      for (auto const& line : lines_of(header)) {
        EXPECT_EQ(line.find_first_of("\r\n"), line.npos) << text;
        EXPECT_TRUE(!line.empty() || text.empty()) << text;
      }
      for (std::size_t at = 0; (at = header.find("\r\n", at)) != header.npos; at += 2)
        EXPECT_EQ(header[at + 2], ' ') << text;
    }
    EXPECT_EQ(decoded(unfolded(header_text(text))), text);
  }
}

}  // namespace
}  // namespace dais::mail
