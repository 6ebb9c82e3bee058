#include "server/journal/chain.hpp"

#include <gtest/gtest.h>

#include "server/journal/memory.hpp"
#include "server/journal/sqlite/journal.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/journal/raw_database.hpp"

namespace dais::journal {
namespace {

TEST(chain, the_first_two_links_are_what_sha256sum_says) {
  // printf meeting/11msp | sha256sum; (printf meeting/11msp | sha256sum | xxd -r -p; printf '{"seq":1}') | sha256sum
  EXPECT_EQ(origin("meeting/11msp").hex(), "255127af33e7aead601f11abf9339cb935131df0e910fb5fd6999182758ea37e");
  EXPECT_EQ(link(origin("meeting/11msp"), R"({"seq":1})").hex(),
            "939657b9591a074144b11ced6b62ee56283b1c754c79b3b0eeee052ee2ff8e6b");
}

struct damage {
  char const* name;
  char const* statements;
  std::int64_t good;    ///< entries that verification still finds good
  std::int64_t broken;  ///< the entry that it names
  char const* reason;
};

void PrintTo(damage const& which, std::ostream* out) { *out << which.name; }

char const* const changed = "does not match its hash: its body, its hash or an entry before it was changed";

class damaged_journal : public testing::TestWithParam<damage> {};

/// Stream 1 is "m" with five entries, stream 2 is "other" with three.
TEST_P(damaged_journal, is_found_at_its_first_broken_entry) {
  support::temporary_folder folder;
  {
    auto const journal = open_sqlite_journal(folder / "journal.db").value();
    ASSERT_TRUE(journal->append("m", 0, std::vector<std::string>{"a", "b", "c", "d", "e"}));
    ASSERT_TRUE(journal->append("other", 0, std::vector<std::string>{"a", "b", "c"}));
  }
  tamper(folder / "journal.db", GetParam().statements);
  auto const journal = open_sqlite_journal(folder / "journal.db").value();
  auto const seen = verify(*journal, "m").value();
  EXPECT_EQ(seen.entries, GetParam().good);
  ASSERT_TRUE(seen.first_broken);
  EXPECT_EQ(seen.first_broken->seq, GetParam().broken);
  EXPECT_EQ(seen.first_broken->reason, GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    chain, damaged_journal,
    testing::Values(
        damage{"body", "UPDATE entry SET body='C' WHERE stream=1 AND seq=3", 2, 3, changed},
        damage{"first_body", "UPDATE entry SET body='A' WHERE stream=1 AND seq=1", 0, 1, changed},
        damage{"last_body", "UPDATE entry SET body='E' WHERE stream=1 AND seq=5", 4, 5, changed},
        damage{"hash", "UPDATE entry SET hash=zeroblob(32) WHERE stream=1 AND seq=3", 2, 3, changed},
        damage{"short_hash", "UPDATE entry SET hash=x'00' WHERE stream=1 AND seq=3", 2, 3, changed},
        damage{"body_and_hash",
               "UPDATE entry SET body='b', hash=(SELECT hash FROM entry WHERE stream=1 AND seq=2) "
               "WHERE stream=1 AND seq=3",
               2, 3, changed},
        damage{"seq", "UPDATE entry SET seq=9 WHERE stream=1 AND seq=5", 4, 5, "is missing"},
        damage{"seq_below_one", "UPDATE entry SET seq=-4 WHERE stream=1 AND seq=4", 0, -4,
               "stands where no entry may be"},
        damage{"swapped",
               "UPDATE entry SET seq=8 WHERE stream=1 AND seq=2; UPDATE entry SET seq=2 WHERE stream=1 AND seq=3;"
               "UPDATE entry SET seq=3 WHERE stream=1 AND seq=8",
               1, 2, changed},
        damage{"stream", "UPDATE entry SET stream=3 WHERE stream=1 AND seq=2", 1, 2, "is missing"},
        damage{"removed", "DELETE FROM entry WHERE stream=1 AND seq=3", 2, 3, "is missing"},
        damage{"removed_at_the_end", "DELETE FROM entry WHERE stream=1 AND seq>3", 3, 4,
               "is missing at the end of the stream"},
        damage{"all_removed", "DELETE FROM entry WHERE stream=1", 0, 1, "is missing at the end of the stream"},
        damage{"head_moved_back", "UPDATE stream SET seq=4 WHERE id=1", 4, 5, "stands after the end of the stream"},
        damage{"head_hash", "UPDATE stream SET hash=zeroblob(32) WHERE id=1", 4, 5,
               "is not the one the stream ends with"},
        damage{"streams_renamed",
               "UPDATE stream SET name='x' WHERE id=1; UPDATE stream SET name='m' WHERE id=2;"
               "UPDATE stream SET name='other' WHERE id=1",
               0, 1, changed}),
    [](auto const& which) { return which.param.name; });

TEST(chain, one_damaged_stream_leaves_the_others_good) {
  support::temporary_folder folder;
  {
    auto const journal = open_sqlite_journal(folder / "journal.db").value();
    ASSERT_TRUE(journal->append("m", 0, std::vector<std::string>{"a"}));
    ASSERT_TRUE(journal->append("other", 0, std::vector<std::string>{"a", "b"}));
  }
  tamper(folder / "journal.db", "DELETE FROM entry WHERE stream=1");
  auto const journal = open_sqlite_journal(folder / "journal.db").value();
  EXPECT_TRUE(verify(*journal, "m")->first_broken);
  EXPECT_FALSE(verify(*journal, "other")->first_broken);
}

TEST(chain, an_engine_that_is_gone_is_an_error_and_not_a_broken_entry) {
  memory_journal journal;
  journal.refuse_everything(fault::unavailable);
  EXPECT_EQ(verify(journal, "m").error().what, fault::unavailable);
}

/// Appends one entry each time somebody asks for the head, as a busy server would.
class busy_journal final : public port {
public:
  result<std::vector<std::string>> streams() override { return x_inner.streams(); }
  result<head> append(std::string_view stream, std::int64_t expected, std::span<std::string const> bodies) override {
    return x_inner.append(stream, expected, bodies);
  }
  result<std::vector<entry>> read(std::string_view stream, std::int64_t after, std::size_t limit) override {
    return x_inner.read(stream, after, limit);
  }
  result<std::optional<entry>> find(std::string_view stream, std::int64_t seq) override {
    return x_inner.find(stream, seq);
  }
  result<void> probe() override { return x_inner.probe(); }
  result<head> head_of(std::string_view stream) override {
    std::string const body[] = {"more"};
    auto const end = x_inner.head_of(stream).value();
    return end.seq < 5 ? x_inner.append(stream, end.seq, body) : end;
  }

private:
  memory_journal x_inner;
};

TEST(chain, verification_follows_a_journal_that_grows_meanwhile) {
  busy_journal journal;
  auto const seen = verify(journal, "m").value();
  EXPECT_EQ(seen.entries, 5);
  EXPECT_FALSE(seen.first_broken);
}

}  // namespace
}  // namespace dais::journal
