#include <gtest/gtest.h>

#include "server/journal/chain.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "server/journal/sqlite/keyring.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/journal/failing_vfs.hpp"

namespace dais::journal {
namespace {

using texts = std::vector<std::string>;

struct disk : testing::Test {
  std::unique_ptr<port> open() { return open_sqlite_journal(folder / "journal.db").value(); }

  support::temporary_folder folder;
  failing_vfs vfs;
};

TEST_F(disk, a_batch_is_durable_with_one_synchronization) {
  auto const journal = open();
  ASSERT_TRUE(journal->append("m", 0, texts{"first"}));  // the first write also begins the log
  for (std::size_t const size : {1U, 100U}) {
    vfs.disk().synchronizations = 0;
    auto const end = journal->head_of("m")->seq;
    ASSERT_TRUE(journal->append("m", end, texts(size, "entry")));
    EXPECT_EQ(vfs.disk().synchronizations, 1) << size << " entries";
  }
}

TEST_F(disk, reading_writes_nothing) {
  auto const journal = open();
  ASSERT_TRUE(journal->append("m", 0, texts{"one"}));
  vfs.disk().writes = 0;
  ASSERT_TRUE(journal->read("m", 0, 9));
  ASSERT_TRUE(verify(*journal, "m"));
  EXPECT_EQ(vfs.disk().writes, 0);
}

TEST_F(disk, a_full_disk_refuses_appends_serves_reads_and_recovers) {
  auto const journal = open();
  ASSERT_TRUE(journal->append("m", 0, texts{"one"}));
  vfs.disk().bytes_left = 10'000;
  EXPECT_EQ(journal->append("m", 1, texts{std::string(100'000, 'x')}).error().what, fault::disk_full);
  EXPECT_EQ(journal->probe().error().what, fault::disk_full);
  EXPECT_EQ(journal->read("m", 0, 9)->size(), 1U);
  EXPECT_EQ(journal->head_of("m")->seq, 1);
  vfs.disk().bytes_left = 1'000'000;
  EXPECT_TRUE(journal->probe());
  EXPECT_TRUE(journal->append("m", 1, texts{std::string(100'000, 'x')}));
  EXPECT_FALSE(verify(*journal, "m")->first_broken);
}

/// What a process that starts after a crash would find: the files as they are now, without the shared memory.
std::int64_t entries_after_a_crash(std::filesystem::path const& file) {
  support::temporary_folder copy;
  for (auto const* ending : {"", "-wal"})
    std::filesystem::copy_file(file.string() + ending, copy / ("copy.db" + std::string(ending)));
  auto const journal = open_sqlite_journal(copy / "copy.db").value();
  auto const seen = verify(*journal, "m").value();
  EXPECT_FALSE(seen.first_broken);
  return seen.entries;
}

TEST_F(disk, an_append_that_fails_at_any_step_is_all_or_nothing_and_settled_by_a_probe) {
  int failures = 0;
  for (int step = 0;; ++step) {
    auto const file = folder / ("journal" + std::to_string(step) + ".db");
    auto const journal = open_sqlite_journal(file).value();
    auto const before = journal->append("m", 0, texts{"one"}).value();
    vfs.disk().calls_left = step;
    auto const appended = journal->append("m", 1, texts{"two", std::string(9'000, 'x'), "four"});
    vfs.disk() = {};
    auto const end = journal->head_of("m").value();
    if (appended) {
      EXPECT_EQ(end, *appended);
      EXPECT_EQ(entries_after_a_crash(file), 4);
      break;
    }
    ++failures;
    EXPECT_EQ(end, before) << "step " << step;
    auto const left = entries_after_a_crash(file);
    EXPECT_TRUE(left == 1 || left == 4) << "step " << step << " left " << left;
    EXPECT_TRUE(journal->probe()) << "step " << step;
    EXPECT_EQ(entries_after_a_crash(file), 1) << "step " << step;
    EXPECT_TRUE(journal->append("m", 1, texts{"afterwards"})) << "step " << step;
    EXPECT_EQ(entries_after_a_crash(file), 2) << "step " << step;
  }
  EXPECT_GT(failures, 3);
}

TEST_F(disk, a_key_is_made_and_forgotten_wholly_or_not_at_all) {
  texts const persons{"p1", "p2"};
  for (int step = 0;; ++step) {
    auto const file = folder / ("keys" + std::to_string(step) + ".db");
    auto keys = open_sqlite_keyring(file).value();
    vfs.disk().calls_left = step;
    auto const made = keys->keys_of(persons, if_missing::create);
    vfs.disk() = {};
    if (made) break;
    keys.reset();
    keys = open_sqlite_keyring(file).value();
    auto const found = keys->keys_of(persons, if_missing::leave).value();
    EXPECT_EQ(found[0].has_value(), found[1].has_value()) << "step " << step;
    ASSERT_TRUE(keys->keys_of(persons, if_missing::create));
    vfs.disk().calls_left = step;
    auto const forgot = keys->forget("p1");
    vfs.disk() = {};
    EXPECT_EQ(keys->forgotten("p1").value(), forgot.has_value()) << "step " << step;
  }
}

/// Outside the fixture: a real file system without room, and the real VFS.
TEST(real_disk, that_is_full_refuses_appends_serves_reads_and_recovers) {
  support::temporary_folder folder;
  auto const on_it = [&] {
    auto const journal = open_sqlite_journal(folder / "journal.db").value();
    texts const bodies{std::string(20'000, 'x')};
    auto const filler = open_sqlite_journal(folder / "filler.db").value();
    while (filler->append("f", filler->head_of("f")->seq, bodies)) {
    }
    std::int64_t end = 0;
    result<head> appended;
    while ((appended = journal->append("m", end, bodies))) end = appended->seq;
    if (appended.error().what != fault::disk_full) return 1;
    auto const probed = journal->probe();
    if (probed || probed.error().what != fault::disk_full) return 2;
    auto const seen = verify(*journal, "m");
    if (!seen || seen->first_broken || seen->entries != end) return 3;
    for (auto const* name : {"filler.db", "filler.db-wal"}) std::filesystem::resize_file(folder / name, 0);
    if (!journal->probe()) return 4;
    if (!journal->append("m", end, bodies)) return 5;
    return 0;
  };
  auto const outcome = support::on_a_small_disk(folder.path(), 1'000'000, on_it);
  if (outcome == support::cannot_mount) GTEST_SKIP() << "this user may not mount a file system";
  EXPECT_EQ(outcome, 0);
}

}  // namespace
}  // namespace dais::journal
