#include <gtest/gtest.h>

#include "server/journal/chain.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "server/journal/sqlite/keyring.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/journal/raw_database.hpp"

namespace dais::journal {
namespace {

using texts = std::vector<std::string>;

struct sqlite_journal : testing::Test {
  std::unique_ptr<port> open() { return open_sqlite_journal(file).value(); }
  error refusal(sqlite::access how = sqlite::access::write) {
    auto opened = open_sqlite_journal(file, how);
    return opened ? error{fault::conflict, "it was opened"} : opened.error();
  }

  support::temporary_folder folder;
  std::filesystem::path file = folder / "journal.db";
};

TEST_F(sqlite_journal, is_there_again_after_it_was_closed) {
  auto const end = open()->append("m", 0, texts{"one", "two"}).value();
  EXPECT_EQ(open()->head_of("m"), end);
  EXPECT_EQ(open()->read("m", 0, 9)->size(), 2U);
}

TEST_F(sqlite_journal, lives_in_a_file_whose_name_has_signs_of_an_address) {
  file = folder / "50% journal?mode=memory#x.db";
  ASSERT_TRUE(open()->append("m", 0, texts{"one"}));
  EXPECT_TRUE(std::filesystem::exists(file));
  EXPECT_EQ(open()->head_of("m")->seq, 1);
}

TEST_F(sqlite_journal, two_writers_of_one_file_conflict_instead_of_mixing) {
  auto const one = open();
  auto const two = open();
  ASSERT_TRUE(one->append("m", 0, texts{"one"}));
  EXPECT_EQ(two->append("m", 0, texts{"other"}).error().what, fault::conflict);
  EXPECT_TRUE(two->append("m", 1, texts{"two"}));
  EXPECT_EQ(one->read("m", 0, 9)->back().body, "two");
}

TEST_F(sqlite_journal, a_reader_sees_what_was_appended_and_cannot_write) {
  auto const writer = open();
  ASSERT_TRUE(writer->append("m", 0, texts{"one"}));
  auto const reader = open_sqlite_journal(file, sqlite::access::read).value();
  ASSERT_TRUE(writer->append("m", 1, texts{"two"}));
  EXPECT_EQ(reader->head_of("m")->seq, 2);
  EXPECT_EQ(reader->append("m", 2, texts{"three"}).error().what, fault::unavailable);
  EXPECT_EQ(reader->probe().error().what, fault::unavailable);
}

TEST_F(sqlite_journal, is_not_made_by_a_reader) {
  EXPECT_EQ(refusal(sqlite::access::read).what, fault::unavailable);
  EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(sqlite_journal, a_folder_that_is_not_there_is_unavailable) {
  file = folder / "nowhere/journal.db";
  EXPECT_EQ(refusal().what, fault::unavailable);
  EXPECT_EQ(refusal().detail, file.string() + ": unable to open database file");
}

TEST_F(sqlite_journal, what_is_no_database_is_refused_and_left_alone) {
  auto const letter = std::string(2'000, 'x');
  support::write_file(file, letter);
  EXPECT_EQ(refusal().what, fault::corrupt);
  EXPECT_EQ(refusal().detail, file.string() + ": file is not a database");
  EXPECT_EQ(support::read_file(file), letter);
}

TEST_F(sqlite_journal, the_database_of_another_program_is_refused_and_left_alone) {
  tamper(file, "CREATE TABLE recipes (name)");
  auto const before = support::read_file(file);
  EXPECT_EQ(refusal().detail, file.string() + " is a database, but not a journal of Dais");
  EXPECT_EQ(refusal().what, fault::corrupt);
  EXPECT_EQ(support::read_file(file), before);
}

TEST_F(sqlite_journal, a_keyring_is_not_taken_for_a_journal) {
  ASSERT_TRUE(open_sqlite_keyring(file));
  EXPECT_EQ(refusal().what, fault::corrupt);
}

TEST_F(sqlite_journal, a_newer_schema_is_refused_in_words) {
  open();
  tamper(file, "PRAGMA user_version=2");
  EXPECT_EQ(refusal().what, fault::unavailable);
  EXPECT_EQ(
      refusal().detail,
      file.string() + " was written by another version of Dais (its schema is 2, this program knows 1): use that one");
}

TEST_F(sqlite_journal, a_truncated_file_never_passes_verification) {
  texts const bodies(200, std::string(1'000, 'x'));
  ASSERT_TRUE(open()->append("m", 0, bodies));
  auto const whole = support::read_file(file);
  ASSERT_GT(whole.size(), 200'000U);
  for (auto const size :
       {whole.size() - 1, whole.size() - 4'096, whole.size() / 2, std::size_t{8'192}, std::size_t{100}}) {
    support::write_file(file, whole.substr(0, size));
    auto const opened = open_sqlite_journal(file);
    if (!opened) {
      EXPECT_EQ(opened.error().what, fault::corrupt) << size;
      continue;
    }
    auto const seen = verify(**opened, "m");
    EXPECT_TRUE(!seen || seen->first_broken) << size;
  }
}

TEST_F(sqlite_journal, a_page_overwritten_on_disk_is_a_broken_entry) {
  texts const bodies(200, std::string(1'000, 'x'));
  ASSERT_TRUE(open()->append("m", 0, bodies));
  auto bytes = support::read_file(file);
  bytes.replace(25 * 4'096, 4'096, std::string(4'096, '\xee'));
  support::write_file(file, bytes);
  auto const seen = verify(*open(), "m").value();
  ASSERT_TRUE(seen.first_broken);
  EXPECT_EQ(seen.first_broken->seq, seen.entries + 1);
  EXPECT_EQ(seen.first_broken->reason, "cannot be read back");
}

TEST_F(sqlite_journal, an_entry_smuggled_in_after_the_head_stops_the_next_append) {
  ASSERT_TRUE(open()->append("m", 0, texts{"one"}));
  tamper(file, "INSERT INTO entry VALUES (1, 2, 'two', zeroblob(32))");
  EXPECT_EQ(open()->append("m", 1, texts{"two"}).error().what, fault::corrupt);
}

}  // namespace
}  // namespace dais::journal
