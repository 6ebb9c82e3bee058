#include "server/journal/memory.hpp"

#include <gtest/gtest.h>

#include "server/journal/memory_keyring.hpp"

namespace dais::journal {
namespace {

using moment = memory_journal::moment;
std::vector<std::string> const two{"one", "two"};

TEST(memory_journal, a_failure_before_the_commit_writes_nothing) {
  memory_journal journal;
  journal.fail_next(moment::before_commit, fault::disk_full);
  EXPECT_EQ(journal.append("m", 0, two).error().what, fault::disk_full);
  EXPECT_EQ(journal.head_of("m")->seq, 0);
  EXPECT_EQ(journal.commits(), 0);
}

TEST(memory_journal, a_failure_after_the_commit_has_written_everything) {
  memory_journal journal;
  journal.fail_next(moment::after_commit);
  EXPECT_EQ(journal.append("m", 0, two).error().what, fault::unavailable);
  EXPECT_EQ(journal.head_of("m")->seq, 2);
  EXPECT_EQ(journal.commits(), 1);
}

TEST(memory_journal, only_the_next_append_fails_and_a_conflict_does_not_count) {
  memory_journal journal;
  journal.fail_next(moment::before_commit);
  EXPECT_EQ(journal.append("m", 7, two).error().what, fault::conflict);
  EXPECT_EQ(journal.append("m", 0, two).error().what, fault::unavailable);
  EXPECT_TRUE(journal.append("m", 0, two));
}

TEST(memory_journal, refuses_writes_until_it_is_told_otherwise) {
  memory_journal journal;
  ASSERT_TRUE(journal.append("m", 0, two));
  journal.refuse_writes(fault::disk_full);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(journal.append("m", 2, two).error().what, fault::disk_full);
  EXPECT_EQ(journal.probe().error().what, fault::disk_full);
  EXPECT_EQ(journal.read("m", 0, 9)->size(), 2U);
  journal.refuse_writes(std::nullopt);
  EXPECT_TRUE(journal.probe());
  EXPECT_TRUE(journal.append("m", 2, two));
}

TEST(memory_keyring, finds_keys_while_it_refuses_to_make_one) {
  memory_keyring keys;
  auto const made = keys.key_of("p1", if_missing::create).value();
  keys.refuse_writes(fault::disk_full);
  EXPECT_EQ(keys.key_of("p1", if_missing::create).value(), made);
  EXPECT_EQ(keys.key_of("p2", if_missing::create).error().what, fault::disk_full);
  EXPECT_EQ(keys.forget("p1").error().what, fault::disk_full);
  keys.refuse_writes(std::nullopt);
  EXPECT_EQ(keys.key_of("p1", if_missing::leave).value(), made);
  EXPECT_EQ(keys.key_of("p2", if_missing::leave).value(), std::nullopt);
}

}  // namespace
}  // namespace dais::journal
