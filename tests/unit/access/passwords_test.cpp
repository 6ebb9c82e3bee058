#include "server/access/passwords.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <set>

#include "server/access/token.hpp"

namespace dais::access {
namespace {

TEST(passwords, a_hash_fits_its_password_only) {
  auto const hash = hash_password("correct horse battery");
  EXPECT_TRUE(hash.starts_with("$argon2id$"));
  EXPECT_TRUE(verify_password(hash, "correct horse battery"));
  EXPECT_FALSE(verify_password(hash, "correct horse batterY"));
  EXPECT_FALSE(verify_password(hash, ""));
}

TEST(passwords, two_hashes_of_one_password_differ) {
  EXPECT_NE(hash_password("the same password"), hash_password("the same password"));
}

TEST(passwords, any_bytes_are_a_password) {
  std::string const odd("пароль \0 密码 \xff", 24);
  auto const hash = hash_password(odd);
  EXPECT_TRUE(verify_password(hash, odd));
  EXPECT_FALSE(verify_password(hash, odd.substr(0, 13)));
}

TEST(passwords, a_text_that_is_no_hash_fits_nothing) {
  for (auto const* const text : {"", "x", "$argon2id$", "$argon2id$v=19$m=65536,t=2,p=1$AAAA$BBBB"})
    EXPECT_FALSE(verify_password(text, "password")) << text;
}

TEST(passwords, a_hash_made_with_other_limits_wants_to_be_made_again) {
  EXPECT_FALSE(needs_rehash(hash_password("a good password")));
  std::string weak(crypto_pwhash_STRBYTES, '\0');
  ASSERT_EQ(
      crypto_pwhash_str(weak.data(), "a good password", 15, crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN), 0);
  weak.resize(weak.find('\0'));
  EXPECT_TRUE(verify_password(weak, "a good password"));
  EXPECT_TRUE(needs_rehash(weak));
}

TEST(passwords, the_decoy_is_a_hash_of_the_usual_cost) {
  EXPECT_FALSE(needs_rehash(decoy_hash()));
  EXPECT_FALSE(verify_password(decoy_hash(), ""));
}

TEST(tokens, are_256_bits_that_do_not_repeat) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(new_token().text);
  EXPECT_EQ(seen.size(), 1000U);
  EXPECT_EQ(seen.begin()->size(), 43U);
}

TEST(tokens, have_the_hash_under_which_they_are_stored) {
  auto const made = new_token();
  EXPECT_EQ(token_hash(made.text), made.hash);
  EXPECT_NE(new_token().hash, made.hash);
}

TEST(tokens, a_text_of_another_form_is_none) {
  auto const good = new_token().text;
  for (auto const& text : {std::string(), good.substr(1), good + "A", good.substr(1) + "=", good.substr(1) + "+",
                           good.substr(1) + std::string(1, '\0')})
    EXPECT_FALSE(token_hash(text)) << text;
}

TEST(tokens, the_id_of_a_session_is_an_id) { EXPECT_TRUE(protocol::valid_id(new_sign_in_id().value)); }

}  // namespace
}  // namespace dais::access
