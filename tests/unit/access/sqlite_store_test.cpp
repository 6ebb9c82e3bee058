#include "server/access/sqlite.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "server/access/token.hpp"
#include "server/journal/sqlite/database.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::access {
namespace {

using namespace std::chrono_literals;

protocol::instant const start{std::chrono::sys_days(std::chrono::year(2023) / 9 / 11)};
protocol::account_id const anna{"anna"};
protocol::email const unknown{"nobody.at.all@example.org"};

/// Every byte that the store has on the disk.
std::string bytes_in(support::temporary_folder const& folder) {
  std::string all;
  for (auto const& each : std::filesystem::directory_iterator(folder.path())) all += support::read_file(each.path());
  return all;
}

TEST(sqlite_store, keeps_everything_across_a_restart) {
  support::temporary_folder const folder;
  auto const file = folder / "access.db";
  auto const link = new_token(), session = new_token();
  access::session const begun{new_sign_in_id(), anna, "laptop", start, start, start + 1h, false};
  {
    auto const store = open_sqlite_store(file).value();
    ASSERT_TRUE(store->set_password(anna, "hash"));
    ASSERT_TRUE(store->add_link(link.hash, {anna, start + 1h}));
    ASSERT_TRUE(store->begin_session(session.hash, begun));
    for (int i = 0; i < 3; ++i) {
      ASSERT_TRUE(store->begin_attempt(anna, start));
      ASSERT_TRUE(store->begin_attempt(unknown, start));
    }
  }
  auto const store = open_sqlite_store(file).value();
  EXPECT_EQ(store->password_of(anna).value(), "hash");
  EXPECT_EQ(store->find_session(session.hash, start).value(), begun);
  EXPECT_EQ(store->begin_attempt(anna, start).value(), 1s);
  EXPECT_EQ(store->begin_attempt(unknown, start).value(), 1s);
  EXPECT_EQ(store->use_link(link.hash, start).value(), anna);
}

TEST(sqlite_store, holds_no_token_and_no_email) {
  support::temporary_folder const folder;
  auto const store = open_sqlite_store(folder / "access.db").value();
  auto const link = new_token(), session = new_token();
  ASSERT_TRUE(store->add_link(link.hash, {anna, start + 1h}));
  ASSERT_TRUE(store->begin_session(session.hash, {new_sign_in_id(), anna, "", start, start, start + 1h, false}));
  ASSERT_TRUE(store->begin_attempt(unknown, start));
  auto const bytes = bytes_in(folder);
  EXPECT_NE(bytes.find("anna"), std::string::npos);
  EXPECT_EQ(bytes.find(link.text), std::string::npos);
  EXPECT_EQ(bytes.find(session.text), std::string::npos);
  EXPECT_EQ(bytes.find("nobody.at.all"), std::string::npos);
}

TEST(sqlite_store, its_files_are_for_their_owner_only) {
  support::temporary_folder const folder;
  auto const store = open_sqlite_store(folder / "access.db").value();
  ASSERT_TRUE(store->set_password(anna, "hash"));
  for (auto const& each : std::filesystem::directory_iterator(folder.path())) {
    struct ::stat found{};
    ASSERT_EQ(::stat(each.path().c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600U) << each.path();
  }
}

TEST(sqlite_store, a_file_that_is_something_else_is_refused) {
  support::temporary_folder const folder;
  support::write_file(folder / "access.db", std::string(4096, 'x'));
  auto const opened = open_sqlite_store(folder / "access.db");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().what, journal::fault::corrupt);
}

TEST(sqlite_store, a_lost_table_is_a_fault_and_no_crash) {
  support::temporary_folder const folder;
  auto const store = open_sqlite_store(folder / "access.db").value();
  auto other = journal::sqlite::database::open(folder / "access.db", journal::sqlite::access::write).value();
  ASSERT_TRUE(other.run("DROP TABLE session"));
  EXPECT_FALSE(store->find_session(new_token().hash, start));
  EXPECT_FALSE(store->revoke_all(anna));
  EXPECT_TRUE(store->password_of(anna));
}

}  // namespace
}  // namespace dais::access
