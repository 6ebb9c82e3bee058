#include <gtest/gtest.h>

#include "server/vault/files.hpp"
#include "server/vault/memory.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::vault {
namespace {

struct memory_engine {
  std::unique_ptr<store> make() { return std::make_unique<memory_store>(); }
};

struct files_engine {
  std::unique_ptr<store> make() { return open_files(folder / "vault").value(); }
  support::temporary_folder folder;
};

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

stored keep(store& in, std::string_view text) {
  auto const writer = in.begin(1 << 20).value();
  EXPECT_TRUE(writer->append(bytes_of(text)));
  return writer->finish().value();
}

std::string part(blob const& of, std::int64_t offset, std::size_t size) {
  std::string text(size, '?');
  text.resize(of.read(offset, std::as_writable_bytes(std::span(text))).value());
  return text;
}

/// SHA-256 of "abc" (FIPS 180-2, appendix B.1).
auto const hash_of_abc = hash256::from_hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad").value();
/// SHA-256 of nothing.
auto const hash_of_nothing =
    hash256::from_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855").value();

template <class Engine>
struct vault_contract : testing::Test {
  Engine engine;
  std::unique_ptr<store> vault = engine.make();
};

using engines = testing::Types<memory_engine, files_engine>;
TYPED_TEST_SUITE(vault_contract, engines);

TYPED_TEST(vault_contract, a_file_is_kept_under_the_hash_of_its_bytes) {
  EXPECT_EQ(keep(*this->vault, "abc"), (stored{hash_of_abc, 3}));
  EXPECT_TRUE(this->vault->contains(hash_of_abc).value());
  auto const opened = this->vault->open(hash_of_abc).value();
  EXPECT_EQ(opened.size(), 3);
  EXPECT_EQ(part(opened, 0, 100), "abc");
  EXPECT_GE(opened.file_descriptor(), 0);
}

TYPED_TEST(vault_contract, pieces_and_the_whole_give_the_same_file) {
  auto const writer = this->vault->begin(3).value();
  for (auto const* piece : {"a", "", "bc"}) ASSERT_TRUE(writer->append(bytes_of(piece)));
  EXPECT_EQ(writer->finish(), (stored{hash_of_abc, 3}));
}

TYPED_TEST(vault_contract, an_empty_file_is_a_file) {
  EXPECT_EQ(this->vault->begin(0).value()->finish(), (stored{hash_of_nothing, 0}));
  EXPECT_EQ(this->vault->open(hash_of_nothing)->size(), 0);
}

TYPED_TEST(vault_contract, any_range_can_be_read) {
  auto const opened = this->vault->open(keep(*this->vault, "0123456789").hash).value();
  EXPECT_EQ(part(opened, 0, 1), "0");
  EXPECT_EQ(part(opened, 3, 4), "3456");
  EXPECT_EQ(part(opened, 8, 9), "89");
  EXPECT_EQ(part(opened, 10, 5), "");
  EXPECT_EQ(part(opened, 99, 5), "");
}

TYPED_TEST(vault_contract, what_is_not_there_is_absent) {
  EXPECT_FALSE(this->vault->contains(hash_of_abc).value());
  auto const opened = this->vault->open(hash_of_abc);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().what, fault::absent);
}

TYPED_TEST(vault_contract, the_same_bytes_twice_are_one_file) {
  keep(*this->vault, "abc");
  auto const opened = this->vault->open(hash_of_abc).value();
  EXPECT_EQ(keep(*this->vault, "abc"), (stored{hash_of_abc, 3}));
  EXPECT_EQ(this->vault->list()->size(), 1U);
  EXPECT_EQ(part(opened, 0, 3), "abc");
}

TYPED_TEST(vault_contract, a_dropped_writer_leaves_nothing) {
  ASSERT_TRUE(this->vault->begin(10).value()->append(bytes_of("abc")));
  EXPECT_FALSE(this->vault->contains(hash_of_abc).value());
  EXPECT_TRUE(this->vault->list()->empty());
}

TYPED_TEST(vault_contract, a_file_may_be_as_large_as_allowed_and_no_larger) {
  auto const fits = this->vault->begin(3).value();
  EXPECT_TRUE(fits->append(bytes_of("abc")));
  auto const writer = this->vault->begin(3).value();
  ASSERT_TRUE(writer->append(bytes_of("ab")));
  EXPECT_EQ(writer->append(bytes_of("cd")).error().what, fault::too_large);
  EXPECT_EQ(writer->finish().error().what, fault::too_large) << "a file that was cut off is never kept";
  EXPECT_TRUE(this->vault->list()->empty());
}

TYPED_TEST(vault_contract, writers_do_not_disturb_each_other) {
  auto const one = this->vault->begin(10).value();
  auto const two = this->vault->begin(10).value();
  ASSERT_TRUE(one->append(bytes_of("ab")));
  ASSERT_TRUE(two->append(bytes_of("abc")));
  ASSERT_TRUE(one->append(bytes_of("c")));
  EXPECT_EQ(two->finish()->hash, hash_of_abc);
  EXPECT_EQ(one->finish()->hash, hash_of_abc);
}

TYPED_TEST(vault_contract, the_list_is_sorted_by_hash) {
  keep(*this->vault, "");
  keep(*this->vault, "abc");
  EXPECT_EQ(this->vault->list(), (std::vector<stored>{{hash_of_abc, 3}, {hash_of_nothing, 0}}));
}

TYPED_TEST(vault_contract, an_open_file_outlives_the_vault) {
  keep(*this->vault, "abc");
  auto const opened = this->vault->open(hash_of_abc).value();
  this->vault.reset();
  EXPECT_EQ(part(opened, 0, 3), "abc");
}

}  // namespace
}  // namespace dais::vault
