#include <gtest/gtest.h>

#include "server/journal/backup.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "server/vault/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais {
namespace {

/// The journal's backup and the vault agree on the folder's layout without knowing each other.
TEST(backup, what_the_vault_keeps_comes_back) {
  support::temporary_folder folder;
  auto const from = folder / "from";
  auto const to = folder / "to";
  std::filesystem::create_directory(from);
  ASSERT_TRUE(journal::open_sqlite_journal(from / "journal.db"));
  auto const store = vault::open_files(from / "vault").value();
  std::string_view const text = "CCM/MSP/2023/2";
  auto const writer = store->begin(100).value();
  ASSERT_TRUE(writer->append(std::as_bytes(std::span(text))));
  auto const kept = writer->finish().value();
  auto const unfinished = store->begin(100).value();
  ASSERT_TRUE(unfinished->append(std::as_bytes(std::span(text))));

  ASSERT_EQ(journal::backup(from, folder / "backup.tar")->files, 1);
  ASSERT_EQ(journal::restore(folder / "backup.tar", to)->files, 1);
  auto const restored = vault::open_files(to / "vault").value();
  EXPECT_EQ(restored->list(), store->list());
  std::string read(text.size(), '?');
  ASSERT_TRUE(restored->open(kept.hash)->read(0, std::as_writable_bytes(std::span(read))));
  EXPECT_EQ(read, text);
}

}  // namespace
}  // namespace dais
