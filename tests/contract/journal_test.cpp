#include <gtest/gtest.h>

#include <random>

#include "server/journal/chain.hpp"
#include "server/journal/sha256.hpp"
#include "tests/contract/journal_engines.hpp"

namespace dais::journal {
namespace {

using texts = std::vector<std::string>;

template <class Engine>
struct journal_contract : testing::Test {
  Engine engine;
  std::unique_ptr<port> journal = engine.make();
};

using engines = testing::Types<memory_engine, sqlite_engine>;
TYPED_TEST_SUITE(journal_contract, engines);

TYPED_TEST(journal_contract, an_unknown_stream_ends_at_zero_with_the_hash_of_its_name) {
  EXPECT_EQ(this->journal->head_of("meeting/11msp"), (head{0, sha256("meeting/11msp")}));
  EXPECT_EQ(this->journal->streams(), texts{});
  EXPECT_TRUE(this->journal->read("meeting/11msp", 0, 10).value().empty());
}

TYPED_TEST(journal_contract, appended_entries_are_numbered_from_one_and_chained) {
  auto const end = this->journal->append("m", 0, texts{"one", "two"}).value();
  auto const first = sha256_hasher().add(sha256("m")).add("one").finish();
  auto const second = sha256_hasher().add(first).add("two").finish();
  EXPECT_EQ(end, (head{2, second}));
  EXPECT_EQ(this->journal->head_of("m"), end);
  EXPECT_EQ(this->journal->read("m", 0, 10), (std::vector<entry>{{1, "one", first}, {2, "two", second}}));
}

TYPED_TEST(journal_contract, a_second_append_goes_on_where_the_first_ended) {
  ASSERT_TRUE(this->journal->append("m", 0, texts{"one"}));
  auto const end = this->journal->append("m", 1, texts{"two"}).value();
  EXPECT_EQ(end.seq, 2);
  EXPECT_EQ(end.hash, link(link(origin("m"), "one"), "two"));
}

TYPED_TEST(journal_contract, a_repeated_append_is_refused_and_writes_nothing) {
  auto const end = this->journal->append("m", 0, texts{"one", "two"}).value();
  for (std::int64_t const wrong : {0, 1, 3, -1}) {
    auto const again = this->journal->append("m", wrong, texts{"three"});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().what, fault::conflict);
    EXPECT_EQ(again.error().detail, "stream m ends at entry 2, not at " + std::to_string(wrong));
  }
  EXPECT_EQ(this->journal->head_of("m"), end);
}

TYPED_TEST(journal_contract, appending_nothing_changes_nothing_but_still_checks_the_head) {
  EXPECT_EQ(this->journal->append("m", 0, {}), (head{0, origin("m")}));
  EXPECT_EQ(this->journal->streams(), texts{});
  EXPECT_EQ(this->journal->append("m", 1, {}).error().what, fault::conflict);
}

TYPED_TEST(journal_contract, reading_begins_after_a_number_and_keeps_to_the_limit) {
  ASSERT_TRUE(this->journal->append("m", 0, texts{"1", "2", "3", "4", "5"}));
  auto const numbers = [&](std::int64_t after, std::size_t limit) {
    texts bodies;
    for (auto const& each : this->journal->read("m", after, limit).value()) bodies.push_back(each.body);
    return bodies;
  };
  EXPECT_EQ(numbers(0, 2), (texts{"1", "2"}));
  EXPECT_EQ(numbers(2, 2), (texts{"3", "4"}));
  EXPECT_EQ(numbers(4, 100), texts{"5"});
  EXPECT_EQ(numbers(5, 100), texts{});
  EXPECT_EQ(numbers(99, 100), texts{});
  EXPECT_EQ(numbers(0, 0), texts{});
  EXPECT_EQ(numbers(-7, static_cast<std::size_t>(-1)).size(), 5U);
}

TYPED_TEST(journal_contract, an_entry_is_found_by_its_number) {
  ASSERT_TRUE(this->journal->append("m", 0, texts{"one", "two"}));
  EXPECT_EQ(this->journal->find("m", 2).value()->body, "two");
  for (std::int64_t const none : {0, 3, -1}) EXPECT_EQ(this->journal->find("m", none).value(), std::nullopt);
  EXPECT_EQ(this->journal->find("another", 1).value(), std::nullopt);
}

TYPED_TEST(journal_contract, streams_are_numbered_apart_and_listed_by_name) {
  ASSERT_TRUE(this->journal->append("organization", 0, texts{"a"}));
  ASSERT_TRUE(this->journal->append("meeting/12msp", 0, texts{"b", "c"}));
  ASSERT_TRUE(this->journal->append("meeting/11msp", 0, texts{"d"}));
  EXPECT_EQ(this->journal->streams(), (texts{"meeting/11msp", "meeting/12msp", "organization"}));
  EXPECT_EQ(this->journal->head_of("meeting/12msp")->seq, 2);
  EXPECT_EQ(this->journal->read("meeting/11msp", 0, 9)->front().body, "d");
}

TYPED_TEST(journal_contract, a_body_is_any_bytes) {
  texts const bodies{"",
                     std::string("nul \0 within", 12),
                     "\xff\xfe not UTF-8",
                     "'; DROP TABLE entry; --",
                     "العربية 中文",
                     std::string(1 << 20, 'x')};
  ASSERT_TRUE(this->journal->append("m", 0, bodies));
  auto const entries = this->journal->read("m", 0, 10).value();
  ASSERT_EQ(entries.size(), bodies.size());
  for (std::size_t i = 0; i < bodies.size(); ++i) EXPECT_EQ(entries[i].body, bodies[i]);
}

TYPED_TEST(journal_contract, a_probe_succeeds_and_leaves_no_trace) {
  ASSERT_TRUE(this->journal->append("m", 0, texts{"one"}));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(this->journal->probe());
  EXPECT_EQ(this->journal->streams(), texts{"m"});
  EXPECT_EQ(this->journal->head_of("m")->seq, 1);
}

TYPED_TEST(journal_contract, what_was_appended_passes_verification) {
  std::int64_t seq = 0;
  for (std::size_t const size : {1U, 255U, 256U, 257U, 3U}) {
    texts bodies(size);
    for (auto& body : bodies) body = "entry " + std::to_string(++seq);
    ASSERT_TRUE(this->journal->append("m", seq - static_cast<std::int64_t>(size), bodies));
    auto const seen = verify(*this->journal, "m").value();
    EXPECT_EQ(seen.entries, seq);
    EXPECT_FALSE(seen.first_broken);
  }
  EXPECT_EQ(verify(*this->journal, "empty")->entries, 0);
}

TEST(journal_engines, agree_after_any_sequence_of_appends) {
  memory_journal model;
  sqlite_engine engine;
  auto const journal = engine.make();
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    std::string const stream = "stream/" + std::to_string(random() % 3);
    auto const expected = model.head_of(stream)->seq + (random() % 5 == 0 ? 1 : 0);
    texts const bodies(random() % 4, std::to_string(i));
    auto const wanted = model.append(stream, expected, bodies);
    auto const got = journal->append(stream, expected, bodies);
    ASSERT_EQ(got.has_value(), wanted.has_value());
    if (got) {
      ASSERT_EQ(*got, *wanted);
    } else {
      ASSERT_EQ(got.error().detail, wanted.error().detail);
    }
  }
  ASSERT_EQ(journal->streams(), model.streams());
  for (auto const& stream : *model.streams()) {
    EXPECT_EQ(journal->read(stream, 0, 1'000), model.read(stream, 0, 1'000));
  }
}

}  // namespace
}  // namespace dais::journal
