#include <gtest/gtest.h>
#include <unistd.h>

#include "server/journal/chain.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::journal {
namespace {

/// Appends for ever, and says through the pipe which entries were acknowledged.
int append_until_killed(std::filesystem::path const& file, int acknowledge) {
  auto const journal = open_sqlite_journal(file).value();
  auto end = journal->head_of("m")->seq;
  while (true) {
    std::vector<std::string> const bodies(1 + static_cast<std::size_t>(end % 5), "after " + std::to_string(end));
    auto const appended = journal->append("m", end, bodies);
    if (!appended) return 1;
    end = appended->seq;
    if (::write(acknowledge, &end, sizeof end) != sizeof end) return 2;
  }
}

TEST(crash, everything_acknowledged_is_there_after_a_kill_and_passes_verification) {
  support::temporary_folder folder;
  auto const file = folder / "journal.db";
  std::int64_t acknowledged = 0;
  for (int round = 1; round <= 8; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    {
      support::child_process child([&] { return append_until_killed(file, ends[1]); });
      ::close(ends[1]);
      for (int i = 0; i < 40 * round; ++i) {
        ASSERT_EQ(::read(ends[0], &acknowledged, sizeof acknowledged), static_cast<ssize_t>(sizeof acknowledged));
      }
      child.kill();
      EXPECT_EQ(child.wait(), -1);
    }
    while (::read(ends[0], &acknowledged, sizeof acknowledged) > 0) {
    }
    ::close(ends[0]);

    auto const journal = open_sqlite_journal(file).value();
    auto const end = journal->head_of("m")->seq;
    EXPECT_GE(end, acknowledged);
    EXPECT_LE(end, acknowledged + 5) << "at most the batch that was in flight";
    auto const seen = verify(*journal, "m").value();
    EXPECT_EQ(seen.entries, end);
    EXPECT_FALSE(seen.first_broken);
    EXPECT_TRUE(journal->append("m", end, std::vector<std::string>{"after the crash"}));
  }
}

}  // namespace
}  // namespace dais::journal
