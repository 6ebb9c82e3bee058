#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "server/access/token.hpp"
#include "tests/contract/access_engines.hpp"

namespace dais::access {
namespace {

using namespace std::chrono_literals;

protocol::instant const start{std::chrono::sys_days(std::chrono::year(2023) / 9 / 11)};
protocol::account_id const anna{"anna"}, omar{"omar"};

template <class Engine>
struct access_contract : testing::Test {
  Engine engine;
  std::unique_ptr<credential_store> store = engine.make();

  protocol::hash256 link_for(protocol::account_id const& account, protocol::instant expires = start + 1h) {
    auto const token = new_token();
    EXPECT_TRUE(store->add_link(token.hash, {account, expires}));
    return token.hash;
  }

  struct begun {
    protocol::hash256 token;
    access::session session;
  };
  begun session_for(protocol::account_id const& account, protocol::instant at = start) {
    begun made{new_token().hash,
               {.id = new_sign_in_id(),
                .account = account,
                .device = "Firefox « réunion » \xE2\x80\xAE",
                .began = at,
                .used = at,
                .expires = at + 24h,
                .by_link = true}};
    EXPECT_TRUE(store->begin_session(made.token, made.session));
    return made;
  }
};

using engines = testing::Types<memory_engine, sqlite_engine>;
TYPED_TEST_SUITE(access_contract, engines);

TYPED_TEST(access_contract, an_account_has_no_password_until_one_is_set) {
  EXPECT_EQ(this->store->password_of(anna).value(), std::nullopt);
  ASSERT_TRUE(this->store->set_password(anna, "hash one"));
  ASSERT_TRUE(this->store->set_password(anna, "hash two"));
  EXPECT_EQ(this->store->password_of(anna).value(), "hash two");
  EXPECT_EQ(this->store->password_of(omar).value(), std::nullopt);
}

TYPED_TEST(access_contract, a_link_is_used_once) {
  auto const token = this->link_for(anna);
  EXPECT_EQ(this->store->use_link(token, start).value(), anna);
  EXPECT_EQ(this->store->use_link(token, start).value(), std::nullopt);
}

TYPED_TEST(access_contract, a_link_is_used_once_by_many_at_the_same_time) {
  auto const token = this->link_for(anna);
  std::atomic<int> used = 0;
  {
    std::vector<std::jthread> many;
    for (int i = 0; i < 8; ++i)
      many.emplace_back([&] { used += this->store->use_link(token, start).value().has_value(); });
  }
  EXPECT_EQ(used, 1);
}

TYPED_TEST(access_contract, a_link_that_expired_or_never_was_is_refused) {
  auto const token = this->link_for(anna, start + 1h);
  EXPECT_EQ(this->store->use_link(new_token().hash, start).value(), std::nullopt);
  EXPECT_EQ(this->store->use_link(token, start + 1h).value(), std::nullopt);
}

TYPED_TEST(access_contract, an_account_has_a_bounded_number_of_links) {
  auto const of_omar = this->link_for(omar, start + 1h);
  std::vector<protocol::hash256> links;
  for (std::size_t i = 0; i <= credential_store::links_per_account; ++i)
    links.push_back(this->link_for(anna, start + 1h + std::chrono::seconds(i)));
  EXPECT_EQ(this->store->use_link(links.front(), start).value(), std::nullopt);
  for (std::size_t i = 1; i < links.size(); ++i) EXPECT_EQ(this->store->use_link(links[i], start).value(), anna) << i;
  EXPECT_EQ(this->store->use_link(of_omar, start).value(), omar);
}

TYPED_TEST(access_contract, a_session_is_found_by_its_token_and_its_id) {
  auto const [token, session] = this->session_for(anna);
  EXPECT_EQ(this->store->find_session(token, start).value(), session);
  EXPECT_EQ(this->store->find_session(session.id, start).value(), session);
  EXPECT_EQ(this->store->find_session(new_token().hash, start).value(), std::nullopt);
  EXPECT_EQ(this->store->find_session(new_sign_in_id(), start).value(), std::nullopt);
}

TYPED_TEST(access_contract, a_session_ends_when_it_expires) {
  auto const [token, session] = this->session_for(anna);
  EXPECT_TRUE(this->store->find_session(token, session.expires - 1ms).value());
  EXPECT_FALSE(this->store->find_session(token, session.expires).value());
  EXPECT_FALSE(this->store->find_session(session.id, session.expires).value());
  EXPECT_TRUE(this->store->sessions_of(anna, session.expires).value().empty());
}

TYPED_TEST(access_contract, the_use_of_a_session_is_noted_now_and_then) {
  auto const [token, session] = this->session_for(anna);
  EXPECT_EQ(this->store->find_session(token, start + 5min - 1ms).value()->used, start);
  EXPECT_EQ(this->store->find_session(token, start + 5min).value()->used, start + 5min);
  EXPECT_EQ(this->store->find_session(session.id, start + 6min).value()->used, start + 5min);
}

TYPED_TEST(access_contract, sessions_are_listed_with_the_last_used_first) {
  auto const first = this->session_for(anna, start).session;
  auto const second = this->session_for(anna, start + 1s).session;
  this->session_for(omar);
  EXPECT_EQ(this->store->sessions_of(anna, start).value(), (std::vector{second, first}));
}

TYPED_TEST(access_contract, a_revoked_session_has_ended) {
  auto const [token, session] = this->session_for(anna);
  auto const other = this->session_for(anna);
  EXPECT_TRUE(this->store->revoke(session.id).value());
  EXPECT_FALSE(this->store->revoke(session.id).value());
  EXPECT_EQ(this->store->find_session(token, start).value(), std::nullopt);
  EXPECT_TRUE(this->store->find_session(other.token, start).value());
}

TYPED_TEST(access_contract, all_sessions_of_an_account_end_but_one) {
  auto const kept = this->session_for(anna);
  auto const ended = this->session_for(anna);
  auto const of_omar = this->session_for(omar);
  auto const link = this->link_for(anna);
  EXPECT_EQ(this->store->revoke_all(anna, kept.session.id).value(), 1U);
  EXPECT_TRUE(this->store->find_session(kept.token, start).value());
  EXPECT_FALSE(this->store->find_session(ended.token, start).value());
  EXPECT_EQ(this->store->use_link(link, start).value(), std::nullopt);
  EXPECT_EQ(this->store->revoke_all(anna).value(), 1U);
  EXPECT_FALSE(this->store->find_session(kept.token, start).value());
  EXPECT_TRUE(this->store->find_session(of_omar.token, start).value());
}

TYPED_TEST(access_contract, an_account_has_a_bounded_number_of_sessions) {
  auto const of_omar = this->session_for(omar);
  auto const oldest = this->session_for(anna, start - 1s);
  auto const next = this->session_for(anna, start);
  for (std::size_t i = 2; i <= credential_store::sessions_per_account; ++i) this->session_for(anna, start + 1s);
  EXPECT_EQ(this->store->sessions_of(anna, start).value().size(), credential_store::sessions_per_account);
  EXPECT_FALSE(this->store->find_session(oldest.token, start).value());
  EXPECT_TRUE(this->store->find_session(next.token, start).value());
  EXPECT_TRUE(this->store->find_session(of_omar.token, start).value());
}

TYPED_TEST(access_contract, attempts_are_slowed_after_the_third) {
  for (int i = 0; i < 3; ++i) EXPECT_EQ(this->store->begin_attempt(anna, start).value(), std::nullopt);
  EXPECT_EQ(this->store->begin_attempt(anna, start).value(), 1s);
  EXPECT_EQ(this->store->begin_attempt(anna, start + 1s).value(), std::nullopt);
  EXPECT_EQ(this->store->begin_attempt(anna, start + 1s).value(), 2s);
  EXPECT_EQ(this->store->begin_attempt(omar, start).value(), std::nullopt);
}

TYPED_TEST(access_contract, success_begins_the_count_anew) {
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(this->store->begin_attempt(anna, start));
  ASSERT_TRUE(this->store->attempt_succeeded(anna));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(this->store->begin_attempt(anna, start).value(), std::nullopt);
  EXPECT_EQ(this->store->begin_attempt(anna, start).value(), 1s);
}

TYPED_TEST(access_contract, attempts_at_the_same_time_cannot_pass_together) {
  std::atomic<int> allowed = 0;
  {
    std::vector<std::jthread> many;
    for (int i = 0; i < 16; ++i)
      many.emplace_back([&] { allowed += !this->store->begin_attempt(anna, start).value().has_value(); });
  }
  EXPECT_EQ(allowed, 3);
}

TYPED_TEST(access_contract, an_unknown_email_is_slowed_like_an_account) {
  protocol::email const unknown{"nobody@example.org"};
  for (int i = 0; i < 3; ++i) EXPECT_EQ(this->store->begin_attempt(unknown, start).value(), std::nullopt);
  EXPECT_EQ(this->store->begin_attempt(unknown, start).value(), 1s);
  EXPECT_EQ(this->store->begin_attempt(protocol::email{"other@example.org"}, start).value(), std::nullopt);
}

TYPED_TEST(access_contract, a_flood_of_unknown_emails_forgets_the_oldest_only_and_no_account) {
  auto const email = [](std::size_t i) { return protocol::email{std::to_string(i) + "@example.org"}; };
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(this->store->begin_attempt(anna, start - 1h));
  for (std::size_t i = 0; i <= credential_store::unknown_emails; ++i)
    for (int again = 0; again < (i < 2 ? 3 : 1); ++again)
      ASSERT_TRUE(this->store->begin_attempt(email(i), start + std::chrono::milliseconds(i)));
  EXPECT_EQ(this->store->begin_attempt(email(1), start).value(), 1s);
  EXPECT_EQ(this->store->begin_attempt(email(0), start).value(), std::nullopt);
  EXPECT_EQ(this->store->begin_attempt(anna, start - 1h).value(), 1s);
}

TYPED_TEST(access_contract, a_forgotten_account_leaves_nothing) {
  auto const link = this->link_for(anna);
  auto const [token, session] = this->session_for(anna);
  ASSERT_TRUE(this->store->set_password(anna, "hash"));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(this->store->begin_attempt(anna, start));
  auto const of_omar = this->session_for(omar);
  ASSERT_TRUE(this->store->forget(anna));
  EXPECT_EQ(this->store->use_link(link, start).value(), std::nullopt);
  EXPECT_EQ(this->store->find_session(token, start).value(), std::nullopt);
  EXPECT_EQ(this->store->password_of(anna).value(), std::nullopt);
  EXPECT_EQ(this->store->begin_attempt(anna, start).value(), std::nullopt);
  EXPECT_TRUE(this->store->find_session(of_omar.token, start).value());
}

TYPED_TEST(access_contract, pruning_takes_out_what_is_over_and_nothing_else) {
  auto const over = this->link_for(anna, start);
  auto const open = this->link_for(anna, start + 1ms);
  auto const old = this->session_for(anna, start - 24h);
  auto const fresh = this->session_for(anna, start);
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(this->store->begin_attempt(anna, start - 24h));
  for (int i = 0; i < 3; ++i) ASSERT_TRUE(this->store->begin_attempt(omar, start - 1s));
  ASSERT_TRUE(this->store->prune(start));
  auto const before = start - 12h;
  EXPECT_EQ(this->store->use_link(over, before).value(), std::nullopt);
  EXPECT_EQ(this->store->use_link(open, before).value(), anna);
  EXPECT_FALSE(this->store->find_session(old.token, before).value());
  EXPECT_TRUE(this->store->find_session(fresh.token, before).value());
  EXPECT_EQ(this->store->begin_attempt(anna, start - 24h).value(), std::nullopt);
  EXPECT_EQ(this->store->begin_attempt(omar, start - 1s).value(), 1s);
}

}  // namespace
}  // namespace dais::access
