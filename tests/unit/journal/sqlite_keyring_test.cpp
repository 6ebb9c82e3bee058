#include "server/journal/sqlite/keyring.hpp"

#include <gtest/gtest.h>

#include "server/journal/chain.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/journal/raw_database.hpp"

namespace dais::journal {
namespace {

struct sqlite_keyring : testing::Test {
  std::unique_ptr<keyring> open() { return open_sqlite_keyring(file).value(); }

  /// Is a key's text in any file of the folder?
  bool on_disk(key const& which) {
    std::string_view const bytes(reinterpret_cast<char const*>(which.bytes.data()), which.bytes.size());
    for (auto const& each : std::filesystem::directory_iterator(folder.path())) {
      if (support::read_file(each.path()).contains(bytes)) return true;
    }
    return false;
  }

  support::temporary_folder folder;
  std::filesystem::path file = folder / "keys.db";
};

TEST_F(sqlite_keyring, keys_and_the_forgotten_outlive_the_process) {
  auto const made = open()->key_of("p1", if_missing::create).value();
  ASSERT_TRUE(open()->forget("p2"));
  EXPECT_EQ(open()->key_of("p1", if_missing::leave).value(), made);
  EXPECT_TRUE(open()->forgotten("p2").value());
}

TEST_F(sqlite_keyring, a_forgotten_key_is_in_no_file_any_more) {
  auto const keys = open();
  std::vector<std::string> persons;
  for (int i = 0; i < 300; ++i) persons.push_back("p" + std::to_string(i));
  auto const made = keys->keys_of(persons, if_missing::create).value();
  ASSERT_TRUE(on_disk(*made[150]));
  ASSERT_TRUE(keys->forget("p150"));
  EXPECT_FALSE(on_disk(*made[150])) << "even while the keyring is open";
  EXPECT_TRUE(on_disk(*made[151]));
}

TEST_F(sqlite_keyring, only_its_owner_may_read_it) {
  auto const keys = open();
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(sqlite_keyring, another_process_that_forgets_is_believed_at_once) {
  auto const serving = open();
  ASSERT_TRUE(serving->key_of("p1", if_missing::create).value());
  ASSERT_TRUE(open()->forget("p1"));
  EXPECT_EQ(serving->key_of("p1", if_missing::create).value(), std::nullopt);
}

TEST_F(sqlite_keyring, a_key_of_the_wrong_length_is_corrupt) {
  ASSERT_TRUE(open()->key_of("p1", if_missing::create));
  tamper(file, "UPDATE person SET key=x'00'");
  EXPECT_EQ(open()->key_of("p1", if_missing::leave).error().what, fault::corrupt);
}

TEST_F(sqlite_keyring, a_journal_is_not_taken_for_a_keyring) {
  ASSERT_TRUE(open_sqlite_journal(file));
  EXPECT_EQ(open_sqlite_keyring(file).error().what, fault::corrupt);
}

TEST_F(sqlite_keyring, forgetting_erases_a_person_and_leaves_the_chain_as_it_was) {
  auto const keys = open();
  auto const journal = open_sqlite_journal(folder / "journal.db").value();
  auto const with = keys->key_of("p1", if_missing::create).value().value();
  ASSERT_TRUE(journal->append("m", 0, std::vector<std::string>{seal(with, "Zoë Müller", "p1"), "nobody in it"}));
  ASSERT_TRUE(keys->forget("p1"));
  auto const seen = verify(*journal, "m").value();
  EXPECT_EQ(seen.entries, 2);
  EXPECT_FALSE(seen.first_broken);
  EXPECT_EQ(keys->key_of("p1", if_missing::leave).value(), std::nullopt);
  EXPECT_FALSE(on_disk(with));
}

}  // namespace
}  // namespace dais::journal
