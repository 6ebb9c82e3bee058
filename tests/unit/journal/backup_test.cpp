#include "server/journal/backup.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

#include "server/journal/sha256.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "server/journal/sqlite/keyring.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/journal/raw_database.hpp"

namespace dais::journal {
namespace {

namespace fs = std::filesystem;
using texts = std::vector<std::string>;

/// A data directory with something of everything, and what came of it.
struct data : testing::Test {
  data() {
    fs::create_directory(from);
    auto const journal = open_sqlite_journal(from / "journal.db").value();
    journal->append("organization", 0, texts{"one", "two"}).value();
    journal->append("meeting/11msp", 0, texts{"three"}).value();
    open_sqlite_keyring(from / "keys.db").value()->key_of("p1", if_missing::create).value();
    tamper(from / "access.db",
           "PRAGMA journal_mode=WAL; CREATE TABLE account (name); INSERT INTO account VALUES ('isu')");
    document = put_in_vault("the first document");
    put_in_vault("");
    put_in_vault(std::string(300'000, 'p'));
  }

  fs::path put_in_vault(std::string const& bytes) {
    auto const digits = sha256(bytes).hex();
    auto const place = from / "vault" / digits.substr(0, 2) / digits.substr(2);
    fs::create_directories(place.parent_path());
    support::write_file(place, bytes);
    return place.lexically_relative(from);
  }

  /// Only what is under these names, nothing half done.
  texts names_in_folder() {
    texts names;
    for (auto const& each : fs::directory_iterator(folder.path())) names.push_back(each.path().filename());
    std::ranges::sort(names);
    return names;
  }

  support::temporary_folder folder;
  fs::path from = folder / "data";
  fs::path file = folder / "backup.tar";
  fs::path to = folder / "restored";
  fs::path document;
};

TEST_F(data, comes_back_whole_from_a_backup) {
  auto const saved = backup(from, file).value();
  EXPECT_EQ(saved.streams, 2);
  EXPECT_EQ(saved.entries, 3);
  EXPECT_EQ(saved.files, 3);
  EXPECT_EQ(restore(file, to)->entries, 3);

  EXPECT_EQ(open_sqlite_journal(to / "journal.db").value()->read("organization", 0, 9),
            open_sqlite_journal(from / "journal.db").value()->read("organization", 0, 9));
  EXPECT_EQ(open_sqlite_keyring(to / "keys.db").value()->key_of("p1", if_missing::leave).value(),
            open_sqlite_keyring(from / "keys.db").value()->key_of("p1", if_missing::leave).value());
  EXPECT_EQ(sqlite::database::open(to / "access.db", sqlite::access::read)->text("SELECT name FROM account"), "isu");
  EXPECT_EQ(support::read_file(to / document), "the first document");
  EXPECT_EQ(names_in_folder(), (texts{"backup.tar", "data", "restored"}));
}

TEST_F(data, restored_goes_on_as_if_nothing_had_happened) {
  ASSERT_TRUE(backup(from, file));
  ASSERT_TRUE(restore(file, to));
  auto const journal = open_sqlite_journal(to / "journal.db").value();
  EXPECT_TRUE(journal->append("meeting/11msp", 1, texts{"four"}));
  EXPECT_EQ(inspect(to)->entries, 4);
}

TEST_F(data, without_keys_accounts_and_files_is_backed_up_too) {
  for (auto const* name : {"keys.db", "access.db", "vault"}) fs::remove_all(from / name);
  ASSERT_TRUE(backup(from, file));
  EXPECT_EQ(restore(file, to)->entries, 3);
}

TEST_F(data, a_backup_may_be_read_by_its_owner_only_and_replaces_an_older_one) {
  support::write_file(file, "older");
  ASSERT_TRUE(backup(from, file));
  EXPECT_EQ(fs::status(file).permissions() & fs::perms(077), fs::perms::none);
  EXPECT_TRUE(restore(file, to));
}

TEST_F(data, a_backup_opens_with_tar_and_sha256sum) {
  ASSERT_TRUE(backup(from, file));
  auto const command =
      "cd " + folder.path().string() + " && mkdir opened && tar -xf backup.tar -C opened && cd opened && " +
      "sha256sum --quiet --strict -c SHA256SUMS && cmp " + document.string() + " ../data/" + document.string();
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST_F(data, is_backed_up_while_another_process_appends) {
  int acknowledge[2];
  ASSERT_EQ(::pipe(acknowledge), 0);
  support::child_process const server([&] {
    auto const journal = open_sqlite_journal(from / "journal.db").value();
    for (std::int64_t end = 1;; ++end) {
      if (!journal->append("meeting/11msp", end, texts{std::string(2'000, 'x')})) return 1;
      if (::write(acknowledge[1], &end, sizeof end) != sizeof end) return 2;
    }
  });
  std::int64_t last = 0;
  for (int round = 0; round < 5; ++round) {
    for (int i = 0; i < 20; ++i) ASSERT_GT(::read(acknowledge[0], &last, sizeof last), 0);
    auto const saved = backup(from, file);
    ASSERT_TRUE(saved) << saved.error().detail;
    EXPECT_GE(saved->entries, last + 3);
    auto const seen = inspect(from);
    ASSERT_TRUE(seen) << seen.error().detail;
    EXPECT_TRUE(seen->findings.empty());
    auto const restored = restore(file, folder / ("restored" + std::to_string(round)));
    ASSERT_TRUE(restored) << restored.error().detail;
    EXPECT_EQ(restored->entries, saved->entries);
  }
  ::close(acknowledge[0]);
  ::close(acknowledge[1]);
}

TEST_F(data, a_backup_with_any_byte_changed_is_refused) {
  ASSERT_TRUE(backup(from, file));
  auto const size = fs::file_size(file);
  auto const damaged = folder / "damaged.tar";
  for (std::size_t offset = 0; offset < size; offset += offset < 1'024 || offset + 2'048 > size ? 37 : 9'973) {
    fs::copy_file(file, damaged, fs::copy_options::overwrite_existing);
    support::flip_byte(damaged, offset);
    auto const restored = restore(damaged, to);
    ASSERT_FALSE(restored) << "byte " << offset;
    ASSERT_EQ(restored.error().what, fault::corrupt) << "byte " << offset;
    ASSERT_FALSE(fs::exists(to));
  }
  EXPECT_EQ(names_in_folder(), (texts{"backup.tar", "damaged.tar", "data"}));
}

TEST_F(data, a_backup_cut_off_anywhere_or_with_more_at_its_end_is_refused) {
  ASSERT_TRUE(backup(from, file));
  auto const whole = support::read_file(file);
  for (auto const size : {std::size_t{0}, std::size_t{1}, std::size_t{512}, std::size_t{700}, whole.size() / 2,
                          whole.size() - 1'024, whole.size() - 512, whole.size() - 1}) {
    support::write_file(file, whole.substr(0, size));
    EXPECT_EQ(restore(file, to).error().what, fault::corrupt) << size;
  }
  support::write_file(file, whole + "x");
  EXPECT_EQ(restore(file, to).error().detail, "the backup is damaged: something follows its end");
  EXPECT_FALSE(fs::exists(to));
}

TEST_F(data, a_backup_that_is_not_there_is_unavailable) {
  EXPECT_EQ(restore(file, to).error().what, fault::unavailable);
  EXPECT_FALSE(fs::exists(to));
}

TEST_F(data, is_restored_into_a_new_or_empty_folder_only) {
  ASSERT_TRUE(backup(from, file));
  fs::create_directory(to);
  EXPECT_TRUE(restore(file, to.string() + "/")) << "empty";
  auto const again = restore(file, to);
  EXPECT_EQ(again.error().what, fault::conflict);
  EXPECT_EQ(again.error().detail, to.string() + " is not an empty folder: restore into a new one");
  EXPECT_EQ(restore(file, file).error().what, fault::conflict) << "a file";
  EXPECT_TRUE(inspect(to)->findings.empty());
}

TEST_F(data, what_a_crashed_backup_or_restore_left_is_no_hindrance) {
  fs::create_directory(folder / "backup.tar.parts");
  support::write_file(folder / "backup.tar.tmp", "half");
  fs::create_directory(folder / "restored.partial");
  support::write_file(folder / "restored.partial/journal.db", "half");
  ASSERT_TRUE(backup(from, file));
  ASSERT_TRUE(restore(file, to));
  EXPECT_EQ(names_in_folder(), (texts{"backup.tar", "data", "restored"}));
}

TEST_F(data, that_is_damaged_is_found_and_not_backed_up) {
  struct {
    char const* where;
    std::function<void()> damage;
    std::string what;
  } const cases[] = {
      {"journal.db", [&] { tamper(from / "journal.db", "UPDATE entry SET body='x' WHERE stream=1 AND seq=2"); },
       "entry 2 of stream organization does not match its hash: its body, its hash or an entry before it was changed"},
      {"keys.db", [&] { support::write_file(from / "keys.db", "no database"); },
       (from / "keys.db").string() + ": file is not a database"},
      {"vault", [&] { support::write_file(from / document, "another document"); },
       "its bytes do not have the hash that it is named after"},
  };
  for (auto const& each : cases) {
    SCOPED_TRACE(each.where);
    fs::remove_all(folder / "good");
    fs::copy(from, folder / "good", fs::copy_options::recursive);
    each.damage();
    auto const seen = inspect(from).value();
    ASSERT_EQ(seen.findings.size(), 1U);
    EXPECT_TRUE(seen.findings[0].where.starts_with(each.where));
    EXPECT_EQ(seen.findings[0].what, each.what);
    EXPECT_EQ(backup(from, file).error().what, fault::corrupt);
    EXPECT_FALSE(fs::exists(file));
    fs::remove_all(from);
    fs::rename(folder / "good", from);
  }
  EXPECT_TRUE(inspect(from)->findings.empty());
}

TEST_F(data, a_folder_without_a_journal_is_not_backed_up) {
  fs::remove(from / "journal.db");
  EXPECT_EQ(backup(from, file).error().detail, from.string() + " holds no journal.db");
  EXPECT_EQ(names_in_folder(), texts{"data"});
}

TEST_F(data, a_full_disk_leaves_the_older_backup) {
  support::write_file(file, "older");
  EXPECT_EQ(support::with_small_files(200'000,
                                      [&] {
                                        auto const saved = backup(from, file);
                                        return saved || saved.error().what != fault::disk_full ? 1 : 0;
                                      }),
            0);
  EXPECT_EQ(support::read_file(file), "older");
  EXPECT_EQ(names_in_folder(), (texts{"backup.tar", "data"}));
}

TEST_F(data, of_somebody_forgotten_is_erased_in_the_next_backup) {
  auto const erased = open_sqlite_keyring(from / "keys.db").value()->key_of("p1", if_missing::leave).value().value();
  std::string_view const bytes(reinterpret_cast<char const*>(erased.bytes.data()), erased.bytes.size());
  ASSERT_TRUE(backup(from, file));
  EXPECT_TRUE(support::read_file(file).contains(bytes));
  ASSERT_TRUE(open_sqlite_keyring(from / "keys.db").value()->forget("p1"));
  ASSERT_TRUE(backup(from, file));
  EXPECT_FALSE(support::read_file(file).contains(bytes));
  ASSERT_TRUE(restore(file, to));
  EXPECT_TRUE(open_sqlite_keyring(to / "keys.db").value()->forgotten("p1").value());
}

}  // namespace
}  // namespace dais::journal
