#include "server/app/mail_options.hpp"

#include <gmock/gmock.h>

#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::app {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string why_not(mail_options const& given) {
  auto const read = read_mail_options(given);
  if (read) return "";
  EXPECT_THAT(read.error(), testing::EndsWith("."));
  return read.error();
}

TEST(mail_options, without_a_mail_server_there_are_no_letters_by_email) {
  auto const none = read_mail_options({});
  ASSERT_TRUE(none);
  EXPECT_FALSE(*none);
}

TEST(mail_options, a_server_and_a_sender_are_enough) {
  auto const read = read_mail_options({.server = "smtp://localhost:25", .from = "letters@meeting.example"});
  ASSERT_TRUE(read && *read);
  EXPECT_EQ((*read)->url, "smtp://localhost:25");
  EXPECT_EQ((*read)->from, "letters@meeting.example");
  EXPECT_EQ((*read)->user + (*read)->password, "");
}

TEST(mail_options, the_password_is_the_first_line_of_its_file) {
  support::temporary_folder const folder;
  mail_options const given{"smtps://mail.example.org", "letters@meeting.example", "dais", folder / "password"};
  for (auto const* text : {"se cret", "se cret\n", "se cret\r\nmore\n"}) {
    support::write_file(folder / "password", text);
    auto const read = read_mail_options(given);
    ASSERT_TRUE(read && *read);
    EXPECT_EQ((*read)->password, "se cret");
  }
  support::write_file(folder / "password", "\nsecret");
  EXPECT_THAT(why_not(given), HasSubstr("begins with no password"));
  std::filesystem::remove(folder / "password");
  EXPECT_THAT(why_not(given), HasSubstr("cannot be read"));
}

TEST(mail_options, what_is_missing_is_named) {
  EXPECT_THAT(why_not({.from = "letters@meeting.example"}), HasSubstr("--smtp URL"));
  EXPECT_THAT(why_not({.user = "dais"}), HasSubstr("--smtp URL"));
  EXPECT_THAT(why_not({.password_file = "password"}), HasSubstr("--smtp URL"));
  mail_options given{.server = "smtp://localhost"};
  EXPECT_THAT(why_not(given), HasSubstr("--smtp-from"));
  given.from = "letters@meeting.example";
  given.user = "dais";
  EXPECT_THAT(why_not(given), HasSubstr("--smtp-password-file"));
  given.user.clear();
  given.password_file = "password";
  EXPECT_THAT(why_not(given), HasSubstr("--smtp-user"));
}

TEST(mail_options, what_is_no_server_no_address_or_no_password_is_refused_and_not_repeated) {
  EXPECT_NE(why_not({.server = "http://mail.example.org", .from = "letters@meeting.example"}), "");
  EXPECT_NE(why_not({.server = "smtp://dais:secret@mail.example.org", .from = "letters@meeting.example"}), "");
  EXPECT_NE(why_not({.server = "smtp://localhost", .from = "Letters <letters@meeting.example>"}), "");
  support::temporary_folder const folder;
  support::write_file(folder / "password", std::string("sec\0ret", 7));
  auto const said = why_not({"smtps://mail.example.org", "letters@meeting.example", "dais", folder / "password"});
  EXPECT_NE(said, "");
  EXPECT_THAT(said, Not(HasSubstr("sec")));
}

}  // namespace
}  // namespace dais::app
