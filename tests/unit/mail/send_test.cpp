#include "server/mail/send.hpp"

#include <gmock/gmock.h>
#include <stdlib.h>

#include "server/mail/server_url.hpp"
#include "tests/support/fake_mail_server.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/mail/reading.hpp"

namespace dais::mail {
namespace {

using kind = mail_error::kind;
using support::fake_mail_server;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

message letter() {
  return {.to = "ana@example.org",
          .to_name = "Ana Smith",
          .subject = "Your sponsorship",
          .body = "Dear Ana,\n\n.\n.. good news\n",
          .language = "en",
          .file_name = "letter.pdf",
          .attachment = std::string("%PDF-1.7\r\n.\r\n\0\xFF", 16),
          .message_id = "letter-1@meeting.example"};
}

mail_settings through(fake_mail_server const& server) { return {server.url(), "letters@meeting.example", "", ""}; }

std::optional<kind> sent(mail_settings const& settings, message const& what, patience const& limits = {}) {
  auto const done = send(settings, what, limits);
  if (done) return std::nullopt;
  EXPECT_FALSE(done.error().words.empty());
  EXPECT_THAT(done.error().words, Not(HasSubstr("@")));
  EXPECT_THAT(done.error().words, Not(HasSubstr("nobody")));
  return done.error().what;
}

TEST(send_mail, a_message_arrives_with_its_text_and_its_pdf) {
  fake_mail_server server;
  auto const what = letter();
  EXPECT_EQ(sent(through(server), what), std::nullopt);
  EXPECT_THAT(server.commands(), ElementsAre("EHLO meeting.example", StartsWith("MAIL FROM:<letters@meeting.example>"),
                                             "RCPT TO:<ana@example.org>", "DATA", "QUIT"));
  auto const whole = tests::read_entity(server.message());
  EXPECT_EQ(whole.headers.at("from"), "<letters@meeting.example>");
  EXPECT_EQ(whole.headers.at("to"), "\"Ana Smith\" <ana@example.org>");
  EXPECT_EQ(whole.headers.at("subject"), "Your sponsorship");
  EXPECT_EQ(whole.headers.at("message-id"), "<letter-1@meeting.example>");
  EXPECT_EQ(whole.headers.at("content-language"), "en");
  EXPECT_EQ(whole.headers.at("auto-submitted"), "auto-generated");
  EXPECT_EQ(whole.headers.at("mime-version"), "1.0");
  EXPECT_THAT(whole.headers.at("date"), testing::EndsWith(" +0000"));
  EXPECT_THAT(whole.headers.at("content-type"), StartsWith("multipart/mixed; boundary="));
  auto const parts = tests::parts_of(whole);
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[0].headers.at("content-type"), "text/plain; charset=utf-8");
  EXPECT_EQ(tests::from_base64(parts[0].body), "Dear Ana,\r\n\r\n.\r\n.. good news\r\n");
  EXPECT_EQ(parts[1].headers.at("content-type"), "application/pdf");
  EXPECT_EQ(parts[1].headers.at("content-disposition"), "attachment; filename=\"letter.pdf\"");
  EXPECT_EQ(tests::from_base64(parts[1].body), what.attachment);
}

TEST(send_mail, names_and_subjects_in_every_script_arrive_as_they_were) {
  fake_mail_server server;
  for (auto const& [name, subject] :
       {std::pair{"Анна Смирнова", "Ваша спонсорская поддержка: решение Комитета по спонсорской помощи от 12 августа"},
        std::pair{"آنا", "قرار اللجنة بشأن الدعم"}, std::pair{"安娜", "关于您的资助的决定"},
        std::pair{"José “Pepe” Núñez, h.", "Su patrocinio"}}) {
    auto what = letter();
    what.to_name = name;
    what.subject = subject;
    what.file_name = std::string(name) + ".pdf";
    ASSERT_EQ(sent(through(server), what), std::nullopt);
    auto const whole = tests::read_entity(server.message());
    EXPECT_EQ(whole.headers.at("to"), std::string(name) + " <ana@example.org>");
    EXPECT_EQ(whole.headers.at("subject"), subject);
    EXPECT_TRUE(std::ranges::all_of(server.message(), [](char c) { return static_cast<signed char>(c) > 0; }));
  }
}

TEST(send_mail, a_large_attachment_arrives_byte_for_byte) {
  fake_mail_server server;
  auto what = letter();
  for (int i = 0; i < 400'000; ++i) what.attachment += static_cast<char>(i * 7 % 256);
  EXPECT_EQ(sent(through(server), what), std::nullopt);
  EXPECT_EQ(tests::from_base64(tests::parts_of(tests::read_entity(server.message())).at(1).body), what.attachment);
}

TEST(send_mail, a_refused_recipient_is_refused_for_good) {
  fake_mail_server server({.recipient = "550 <nobody@example.org> unknown"});
  auto const done = send(through(server), letter());
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().what, kind::refused);
  EXPECT_EQ(done.error().reply, 550);
  EXPECT_THAT(done.error().words, Not(HasSubstr("nobody")));
}

TEST(send_mail, a_refusal_for_now_may_be_tried_again_wherever_it_comes) {
  for (auto const& how : {support::manners{.greeting = "421 too busy"}, support::manners{.sender = "451 later"},
                          support::manners{.recipient = "450 <nobody@example.org> is busy"},
                          support::manners{.data = "452 full"}, support::manners{.end = "452 full"}}) {
    fake_mail_server server(how);
    EXPECT_EQ(sent(through(server), letter()), kind::temporarily)
        << how.greeting << how.sender << how.recipient << how.data << how.end;
  }
}

TEST(send_mail, a_refusal_for_good_is_one_wherever_it_comes) {
  for (auto const& how : {support::manners{.greeting = "554 no"}, support::manners{.sender = "550 no"},
                          support::manners{.data = "554 no"}, support::manners{.end = "554 no"}}) {
    fake_mail_server server(how);
    EXPECT_EQ(sent(through(server), letter()), kind::refused) << how.greeting << how.sender << how.data << how.end;
  }
}

TEST(send_mail, a_server_that_never_answers_is_given_up_at_the_deadline) {
  fake_mail_server server({.answers = false});
  auto const began = std::chrono::steady_clock::now();
  EXPECT_EQ(sent(through(server), letter(), {.whole = std::chrono::milliseconds(200)}), kind::timed_out);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(10));
}

TEST(send_mail, whoever_waits_can_be_stopped) {
  fake_mail_server server({.answers = false});
  std::stop_source stop;
  stop.request_stop();
  EXPECT_EQ(sent(through(server), letter(), {.stop = stop.get_token()}), kind::stopped);
}

TEST(send_mail, a_server_that_is_not_there_or_goes_away_is_unreachable) {
  mail_settings gone;
  {
    fake_mail_server server;
    gone = through(server);
  }
  EXPECT_EQ(sent(gone, letter()), kind::unreachable);
  fake_mail_server server({.hangs_up = true});
  EXPECT_EQ(sent(through(server), letter()), kind::unreachable);
}

TEST(send_mail, a_server_that_speaks_no_smtp_is_given_up) {
  fake_mail_server server({.greeting = "HTTP/1.1 400 Bad Request"});
  auto const why = sent(through(server), letter(), {.whole = std::chrono::milliseconds(500)});
  EXPECT_TRUE(why == kind::broken || why == kind::timed_out);
}

TEST(send_mail, a_user_signs_in_and_a_wrong_password_is_told_from_a_refused_letter) {
  fake_mail_server server;
  auto settings = through(server);
  settings.user = "dais";
  settings.password = "pässword";
  EXPECT_EQ(sent(settings, letter()), std::nullopt);
  EXPECT_THAT(server.commands(), Contains(StartsWith("AUTH PLAIN")));
  fake_mail_server strict({.signed_in = "535 no"});
  settings.url = strict.url();
  EXPECT_EQ(sent(settings, letter()), kind::not_signed_in);
}

/// 127.0.0.2 is this machine too, but not by a name that is trusted without TLS.
struct send_mail_over_tls : testing::Test {
  void TearDown() override { ::unsetenv("SSL_CERT_FILE"); }
  support::certificate made(std::string const& names) { return support::make_certificate(folder / "tls", names, 30); }
  support::temporary_folder folder;
};

TEST_F(send_mail_over_tls, a_server_elsewhere_without_tls_is_told_nothing) {
  fake_mail_server server({.host = "127.0.0.2"});
  auto settings = through(server);
  settings.user = "dais";
  settings.password = "secret";
  EXPECT_EQ(sent(settings, letter()), kind::not_trusted);
  EXPECT_THAT(server.commands(), Not(Contains(StartsWith("AUTH"))));
  EXPECT_THAT(server.commands(), Not(Contains(StartsWith("MAIL"))));
}

TEST_F(send_mail_over_tls, a_trusted_server_is_told_everything_inside_tls) {
  auto const certificate = made("IP:127.0.0.2");
  ::setenv("SSL_CERT_FILE", certificate.chain.c_str(), 1);
  fake_mail_server server({.host = "127.0.0.2", .certificate = certificate});
  auto settings = through(server);
  settings.user = "dais";
  settings.password = "secret";
  EXPECT_EQ(sent(settings, letter()), std::nullopt);
  EXPECT_THAT(server.commands(),
              ElementsAre("EHLO meeting.example", "STARTTLS", "tls EHLO meeting.example", StartsWith("tls AUTH PLAIN"),
                          StartsWith("tls MAIL FROM"), StartsWith("tls RCPT TO"), "tls DATA", "tls QUIT"));
}

TEST_F(send_mail_over_tls, a_certificate_that_is_not_trusted_or_for_another_host_is_refused) {
  auto const certificate = made("IP:192.0.2.1,DNS:mail.example.org");
  fake_mail_server server({.host = "127.0.0.2", .certificate = certificate});
  EXPECT_EQ(sent(through(server), letter()), kind::not_trusted);
  ::setenv("SSL_CERT_FILE", certificate.chain.c_str(), 1);
  EXPECT_EQ(sent(through(server), letter()), kind::not_trusted);
  EXPECT_THAT(server.commands(), Not(Contains(HasSubstr("MAIL"))));
}

TEST(send_mail, nothing_that_could_add_a_header_or_a_command_is_sent) {
  fake_mail_server server;
  for (std::string const& bad :
       {std::string("x\r\nBcc: b@example.org"), std::string("x\nBcc: b@example.org"), std::string("x\rBcc: b"),
        std::string("x\0y", 3), std::string("\xC3"), std::string("\x7f"), std::string("\xED\xA0\x80")}) {
    for (auto const field : {&message::to_name, &message::subject, &message::file_name, &message::language,
                             &message::message_id, &message::to}) {
      auto what = letter();
      what.*field = bad;
      auto const why = sent(through(server), what);
      EXPECT_TRUE(why == kind::bad_message || why == kind::bad_address || why == kind::address_not_supported) << bad;
    }
    auto settings = through(server);
    settings.from = bad;
    EXPECT_EQ(sent(settings, letter()), kind::bad_settings);
  }
  EXPECT_THAT(server.commands(), IsEmpty());
}

TEST(send_mail, an_address_beyond_ascii_is_refused_in_words_of_its_own) {
  fake_mail_server server;
  for (auto const* bad : {"jörg@example.org", "ana@münchen.example", "安娜@example.org"}) {
    auto what = letter();
    what.to = bad;
    EXPECT_EQ(sent(through(server), what), kind::address_not_supported);
  }
  auto what = letter();
  what.to = "ana@example.org, ben@example.org";
  EXPECT_EQ(sent(through(server), what), kind::bad_address);
  EXPECT_THAT(server.commands(), IsEmpty());
}

TEST(send_mail, what_is_missing_or_outside_a_folder_is_refused) {
  for (auto const field : {&message::to, &message::subject, &message::body, &message::language, &message::file_name,
                           &message::attachment, &message::message_id}) {
    auto what = letter();
    (what.*field).clear();
    EXPECT_FALSE(check(what));
  }
  for (auto const* bad : {"../letter.pdf", "a/b.pdf", "a\\b.pdf", ".hidden"}) {
    auto what = letter();
    what.file_name = bad;
    EXPECT_FALSE(check(what)) << bad;
  }
  auto nameless = letter();
  nameless.to_name.clear();
  EXPECT_TRUE(check(nameless));
}

TEST(mail_settings, a_server_is_a_host_and_a_port_and_nothing_else) {
  EXPECT_EQ(read_server_url("smtp://mail.example.org")->port, 587);
  EXPECT_EQ(read_server_url("smtps://mail.example.org/")->port, 465);
  EXPECT_EQ(read_server_url("smtp://[::1]:25")->host, "[::1]");
  EXPECT_TRUE(read_server_url("smtp://[::1]:25")->is_here());
  EXPECT_TRUE(read_server_url("smtp://localhost")->is_here());
  EXPECT_FALSE(read_server_url("smtp://localhost.example.org")->is_here());
  EXPECT_EQ(read_server_url("smtps://mail.example.org:2465")->text("me.example"),
            "smtps://mail.example.org:2465/me.example");
  for (auto const* bad : {"", "mail.example.org", "http://mail.example.org", "SMTP://x", "smtp://", "smtp://:25",
                          "smtp://x:0", "smtp://x:65536", "smtp://x:25x", "smtp://u:p@x", "smtp://x/path", "smtp://x?y",
                          "smtp://x y", "smtp://x\r\ny", "smtp://[::1", "smtp://::1", "smtp://[]"})
    EXPECT_FALSE(read_server_url(bad)) << bad;
}

TEST(mail_settings, half_a_sign_in_and_a_sender_that_is_none_are_refused) {
  mail_settings const good{"smtp://mail.example.org", "letters@meeting.example", "dais", "secret"};
  EXPECT_TRUE(check(good));
  for (auto const field : {&mail_settings::url, &mail_settings::from, &mail_settings::user, &mail_settings::password}) {
    auto half = good;
    (half.*field).clear();
    ASSERT_FALSE(check(half));
    EXPECT_EQ(check(half).error().what, kind::bad_settings);
  }
}

}  // namespace
}  // namespace dais::mail
