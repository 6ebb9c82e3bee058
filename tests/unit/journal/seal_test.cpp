#include "server/journal/seal.hpp"

#include <gtest/gtest.h>

#include <set>

namespace dais::journal {
namespace {

TEST(seal, what_was_sealed_opens_again) {
  auto const with = make_key();
  for (std::string const& plain :
       {std::string(), std::string("Zoë Müller"), std::string("\0\xff", 2), std::string(70'000, 'x')}) {
    EXPECT_EQ(open(with, seal(with, plain, "person/1/name"), "person/1/name"), plain);
  }
}

TEST(seal, the_sealed_text_is_base64_of_the_url_alphabet) {
  auto const sealed = seal(make_key(), std::string(100, '\xff'), "");
  EXPECT_EQ(sealed.size(), 187U);  // 24 + 100 + 16 bytes
  EXPECT_EQ(sealed.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
            std::string::npos);
}

TEST(seal, the_same_text_never_looks_the_same_twice) {
  auto const with = make_key();
  std::set<std::string> seen;
  for (int i = 0; i < 100; ++i) seen.insert(seal(with, "the same", "place"));
  EXPECT_EQ(seen.size(), 100U);
}

TEST(seal, another_key_does_not_open_it) {
  EXPECT_EQ(open(make_key(), seal(make_key(), "secret", "p"), "p").error().what, fault::corrupt);
}

TEST(seal, a_sealed_text_cannot_be_moved_to_another_place) {
  auto const with = make_key();
  EXPECT_EQ(open(with, seal(with, "secret", "person/1/name"), "person/2/name").error().what, fault::corrupt);
}

TEST(seal, a_change_of_any_character_is_noticed) {
  auto const with = make_key();
  auto const sealed = seal(with, "secret!!", "p");  // 48 bytes: no bits of the last character are spare
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(open(with, changed, "p")) << i;
  }
}

TEST(seal, what_is_no_sealed_text_is_refused) {
  auto const with = make_key();
  auto const sealed = seal(with, "secret", "p");
  for (auto const& bad : {std::string(), std::string("A"), std::string("not base64!"), sealed.substr(0, 20),
                          sealed.substr(0, sealed.size() - 1), sealed + "A", sealed + "=", sealed + " "}) {
    EXPECT_FALSE(open(with, bad, "p")) << bad;
  }
}

}  // namespace
}  // namespace dais::journal
