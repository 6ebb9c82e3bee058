#include "server/journal/backup/archive.hpp"

#include <gtest/gtest.h>

#include "server/journal/backup.hpp"
#include "server/journal/sha256.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::journal {
namespace {

struct archive : testing::Test {
  /// An archive that is well-formed but need not be a backup.
  void write(std::vector<std::pair<std::string, std::string>> const& members) {
    archive_writer writer(file::create(tar).value());
    for (auto const& [name, bytes] : members) {
      support::write_file(folder / "content", bytes);
      EXPECT_EQ(writer.add(name, folder / "content").value(), sha256(bytes));
    }
    writer.finish().value();
  }

  std::string journal_bytes() {
    open_sqlite_journal(folder / "journal.db").value();
    return support::read_file(folder / "journal.db");
  }

  support::temporary_folder folder;
  std::filesystem::path tar = folder / "a.tar";
};

TEST_F(archive, members_come_back_with_their_names_sizes_and_hashes) {
  std::vector<std::pair<std::string, std::string>> const members{
      {"empty", ""}, {"one", "1"}, {"block", std::string(512, 'b')}, {"large", std::string(600'001, 'l')}};
  write(members);
  archive_reader reader(file::open(tar).value());
  for (auto const& [name, bytes] : members) {
    auto const member = reader.next().value().value();
    EXPECT_EQ(member.name, name);
    EXPECT_EQ(reader.save(member, folder / "saved").value(), sha256(bytes));
    EXPECT_EQ(support::read_file(folder / "saved"), bytes);
  }
  EXPECT_EQ(reader.next().value(), std::nullopt);
}

TEST_F(archive, a_name_too_long_for_it_is_refused) {
  archive_writer writer(file::create(tar).value());
  support::write_file(folder / "content", "");
  EXPECT_FALSE(writer.add(std::string(100, 'n'), folder / "content"));
  EXPECT_TRUE(writer.add(std::string(99, 'n'), folder / "content"));
}

TEST_F(archive, a_foreign_one_cannot_write_outside_the_restored_folder) {
  for (auto const* name : {"../evil", "/etc/evil", "vault/../../evil", "journal.db/../../evil", "evil", "",
                           "vault/e3/b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85", "vault",
                           "vault/E3/B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"}) {
    write({{"journal.db", journal_bytes()}, {name, ""}});
    EXPECT_EQ(restore(tar, folder / "to").error().detail, std::string("nothing was restored: a backup has no ") + name);
    EXPECT_FALSE(std::filesystem::exists(folder / "evil"));
    EXPECT_FALSE(std::filesystem::exists(folder / "to"));
  }
}

TEST_F(archive, one_with_a_member_twice_is_refused) {
  write({{"journal.db", journal_bytes()}, {"journal.db", journal_bytes()}});
  EXPECT_EQ(restore(tar, folder / "to").error().detail, "nothing was restored: journal.db stands in it twice");
}

TEST_F(archive, one_without_a_journal_is_refused) {
  write({});
  EXPECT_EQ(restore(tar, folder / "to").error().detail, "nothing was restored: it holds no journal");
}

TEST_F(archive, one_with_a_file_under_the_hash_of_another_is_refused) {
  auto const name = "vault/e3/b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  write({{"journal.db", journal_bytes()}, {name, "not empty"}});
  EXPECT_EQ(restore(tar, folder / "to").error().what, fault::corrupt);
  write({{"journal.db", journal_bytes()}, {name, ""}});
  EXPECT_EQ(restore(tar, folder / "to")->files, 1);
}

TEST_F(archive, one_whose_databases_are_none_is_refused) {
  write({{"journal.db", "not a database, but with the right hash in the list"}});
  EXPECT_EQ(restore(tar, folder / "to").error().what, fault::corrupt);
  write({{"journal.db", journal_bytes()}, {"access.db", std::string(4'096, 'x')}});
  EXPECT_EQ(restore(tar, folder / "to").error().what, fault::corrupt);
  EXPECT_FALSE(std::filesystem::exists(folder / "to"));
}

}  // namespace
}  // namespace dais::journal
