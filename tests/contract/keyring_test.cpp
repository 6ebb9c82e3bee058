#include <gtest/gtest.h>

#include <set>

#include "server/journal/memory_keyring.hpp"
#include "server/journal/sqlite/keyring.hpp"
#include "tests/support/temporary_folder.hpp"

namespace dais::journal {
namespace {

struct memory_engine {
  std::unique_ptr<keyring> make() { return std::make_unique<memory_keyring>(); }
};

struct sqlite_engine {
  std::unique_ptr<keyring> make() { return open_sqlite_keyring(folder / "keys.db").value(); }
  support::temporary_folder folder;
};

template <class Engine>
struct keyring_contract : testing::Test {
  Engine engine;
  std::unique_ptr<keyring> keys = engine.make();
};

using engines = testing::Types<memory_engine, sqlite_engine>;
TYPED_TEST_SUITE(keyring_contract, engines);

TYPED_TEST(keyring_contract, a_person_has_no_key_until_one_is_made) {
  EXPECT_EQ(this->keys->key_of("p1", if_missing::leave).value(), std::nullopt);
  EXPECT_FALSE(this->keys->forgotten("p1").value());
  EXPECT_TRUE(this->keys->key_of("p1", if_missing::create).value());
}

TYPED_TEST(keyring_contract, a_key_stays_the_same) {
  auto const made = this->keys->key_of("p1", if_missing::create).value();
  EXPECT_EQ(this->keys->key_of("p1", if_missing::create).value(), made);
  EXPECT_EQ(this->keys->key_of("p1", if_missing::leave).value(), made);
}

TYPED_TEST(keyring_contract, every_person_has_a_key_of_their_own) {
  std::vector<std::string> persons;
  for (int i = 0; i < 100; ++i) persons.push_back("p" + std::to_string(i));
  std::set<std::array<std::uint8_t, 32>> different;
  for (auto const& each : this->keys->keys_of(persons, if_missing::create).value()) different.insert(each->bytes);
  EXPECT_EQ(different.size(), persons.size());
}

TYPED_TEST(keyring_contract, many_keys_come_in_the_order_asked_for) {
  auto const second = this->keys->key_of("p2", if_missing::create).value();
  ASSERT_TRUE(this->keys->forget("p3"));
  std::vector<std::string> const persons{"p1", "p2", "p3", "p1"};
  auto const found = this->keys->keys_of(persons, if_missing::create).value();
  ASSERT_EQ(found.size(), 4U);
  EXPECT_TRUE(found[0]);
  EXPECT_EQ(found[1], second);
  EXPECT_EQ(found[2], std::nullopt);
  EXPECT_EQ(found[3], found[0]);
}

TYPED_TEST(keyring_contract, a_forgotten_person_never_gets_a_key_again) {
  ASSERT_TRUE(this->keys->key_of("p1", if_missing::create));
  ASSERT_TRUE(this->keys->forget("p1"));
  EXPECT_TRUE(this->keys->forgotten("p1").value());
  EXPECT_EQ(this->keys->key_of("p1", if_missing::create).value(), std::nullopt);
  EXPECT_EQ(this->keys->key_of("p1", if_missing::leave).value(), std::nullopt);
}

TYPED_TEST(keyring_contract, forgetting_works_again_and_before_there_is_a_key) {
  EXPECT_TRUE(this->keys->forget("p1"));
  EXPECT_TRUE(this->keys->forget("p1"));
  EXPECT_TRUE(this->keys->forgotten("p1").value());
  EXPECT_EQ(this->keys->key_of("p1", if_missing::create).value(), std::nullopt);
}

TYPED_TEST(keyring_contract, forgetting_one_person_leaves_the_others) {
  auto const other = this->keys->key_of("p2", if_missing::create).value();
  ASSERT_TRUE(this->keys->key_of("p1", if_missing::create));
  ASSERT_TRUE(this->keys->forget("p1"));
  EXPECT_EQ(this->keys->key_of("p2", if_missing::leave).value(), other);
}

}  // namespace
}  // namespace dais::journal
