#include "server/hub/replica.hpp"

#include <gtest/gtest.h>

#include <random>

#include "protocol/merge_patch.hpp"
#include "server/hub/board.hpp"

namespace dais::hub {
namespace {

using protocol::json;

/// A client that folds what it is sent.
struct client final : subscriber {
  std::uint64_t number;
  json state;
  protocol::seq seq = 0;
  std::string epoch;
  int snapshots = 0, patches = 0, beats = 0;
  bool writable = true;

  explicit client(std::uint64_t n) : number(n) {}
  std::uint64_t id() const override { return number; }
  void close(close_code, std::string_view) override {}
  void send(frame const& message) override {
    json const in = json::parse(message.payload());
    json const& params = in["params"];
    if (in["method"] == "snapshot") {
      state = params["state"];
      seq = params["seq"].get<protocol::seq>();
      epoch = params["epoch"].get<std::string>();
      ++snapshots;
    } else if (in["method"] == "patch") {
      EXPECT_GT(params["seq"].get<protocol::seq>(), seq);
      protocol::merge_apply(state, params["merge"]);
      seq = params["seq"].get<protocol::seq>();
      ++patches;
    } else {
      ++beats;
      writable = params["writable"].get<bool>();
    }
  }
};

struct stage {
  std::map<std::string, json> states{{"a", {{"n", 0}}}, {"b", {{"n", 0}}}};
  protocol::seq now = 0;
  std::string epoch = "e1";
  board home{protocol::meeting_id{"m"},
             "meeting/m",
             [this](std::string_view topic) -> std::optional<json> {
               auto const found = states.find(std::string(topic));
               return found == states.end() ? std::nullopt : std::optional(found->second);
             },
             {.patches = 5, .bytes = 100'000}};
  replica shard{{.patches = 8, .bytes = 100'000, .topics_per_reader = 4}};

  void change(std::string const& topic, json state) {
    states[topic] = std::move(state);
    ++now;
    shard.take(*home.publish(std::vector{topic}, now, epoch, true), {});
  }
  bool follow(client& who, std::string const& topic, protocol::live::position from = {}) {
    if (!shard.holds("meeting/m", topic)) {
      auto const base = home.base(topic, now, epoch);
      if (!base) return false;
      shard.install("meeting/m", *base);
      shard.take(publication{"meeting/m", epoch, now, true, {}}, {});
    }
    return shard.subscribe(who, "meeting/m", topic, from);
  }
};

TEST(replica, whoever_joins_or_comes_back_at_any_time_ends_with_the_state_of_everybody) {
  std::mt19937 random(7);
  stage s;
  std::vector<std::unique_ptr<client>> clients;
  std::vector<bool> away;
  for (int step = 0; step < 2000; ++step) {
    auto const roll = random() % 10;
    if (roll == 0 && clients.size() < 30) {
      clients.push_back(std::make_unique<client>(clients.size() + 1));
      away.push_back(false);
      ASSERT_TRUE(s.follow(*clients.back(), "a"));
    } else if (roll == 1 && !clients.empty()) {
      auto const who = random() % clients.size();
      if (away[who])
        ASSERT_TRUE(s.follow(*clients[who], "a", {clients[who]->seq, clients[who]->epoch}));
      else
        s.shard.forget(*clients[who]);
      away[who] = !away[who];
    } else {
      json state = s.states["a"];
      auto const key = std::string(1, static_cast<char>('k' + random() % 5));
      if (random() % 3 == 0)
        state.erase(key);
      else
        state[key] = {{"v", random() % 4}, {"list", json::array({random() % 3})}};
      s.change("a", state);
    }
    for (std::size_t i = 0; i < clients.size(); ++i)
      if (!away[i]) ASSERT_EQ(clients[i]->state, s.states["a"]) << "step " << step;
  }
}

TEST(replica, a_reader_that_was_away_for_a_short_while_gets_patches_only) {
  stage s;
  s.change("b", {{"n", 1}});
  client c(1);
  ASSERT_TRUE(s.follow(c, "a"));
  s.shard.forget(c);
  for (int i = 1; i <= 3; ++i) s.change("a", {{"n", i}});
  ASSERT_TRUE(s.follow(c, "a", {c.seq, c.epoch}));
  EXPECT_EQ(c.snapshots, 1);
  EXPECT_EQ(c.patches, 3);
  EXPECT_EQ(c.state["n"], 3);
}

TEST(replica, a_reader_of_another_epoch_or_from_too_long_ago_gets_a_snapshot) {
  stage s;
  client c(1), d(2);
  ASSERT_TRUE(s.follow(c, "a"));
  auto const old = c.seq;
  for (int i = 1; i <= 40; ++i) s.change("a", {{"n", i}});
  ASSERT_TRUE(s.follow(d, "a", {old + 1, "e1"}));
  EXPECT_EQ(d.snapshots, 1);
  client e(3);
  ASSERT_TRUE(s.follow(e, "a", {s.now, "another"}));
  EXPECT_EQ(e.snapshots, 1);
  client f(4);
  ASSERT_TRUE(s.follow(f, "a", {s.now, "e1"}));
  EXPECT_EQ(f.snapshots + f.patches, 0);
}

TEST(replica, a_slow_reader_is_brought_up_to_date_on_request) {
  stage s;
  client c(1);
  struct first_frame final : subscriber {
    topic_id seen = topic_id::none;
    std::uint64_t id() const override { return 9; }
    void send(frame const& f) override { seen = f.topic(); }
    void close(close_code, std::string_view) override {}
  } slow;
  ASSERT_TRUE(s.follow(c, "a"));
  ASSERT_TRUE(s.shard.subscribe(slow, "meeting/m", "a", {}));
  for (int i = 1; i <= 20; ++i) s.change("a", {{"n", i}});
  c.state = nullptr;
  s.shard.refresh(c, slow.seen);
  EXPECT_EQ(c.state["n"], 20);
  s.shard.unsubscribe(c, "meeting/m", "a");
  c.state = nullptr;
  s.shard.refresh(c, slow.seen);
  EXPECT_EQ(c.state, nullptr);
}

TEST(replica, refuses_unknown_topics_and_a_reader_of_too_many) {
  stage s;
  client c(1);
  EXPECT_FALSE(s.follow(c, "nothing"));
  for (auto const* topic : {"t1", "t2", "t3", "t4", "t5"}) s.states[topic] = json::object();
  for (auto const* topic : {"t1", "t2", "t3", "t4"}) EXPECT_TRUE(s.follow(c, topic));
  EXPECT_FALSE(s.follow(c, "t5"));
}

TEST(replica, says_at_once_when_the_server_can_no_longer_save) {
  stage s;
  client c(1);
  ASSERT_TRUE(s.follow(c, "a"));
  s.shard.take(publication{"meeting/m", "e1", s.now, false, {}}, {});
  EXPECT_EQ(c.beats, 1);
  EXPECT_FALSE(c.writable);
}

TEST(replica, holds_no_more_than_its_ring_and_what_follows_the_snapshot) {
  stage s;
  client c(1);
  ASSERT_TRUE(s.follow(c, "a"));
  for (int i = 1; i <= 1000; ++i) s.change("a", {{"n", i}});
  EXPECT_LT(s.shard.bytes(), 20 * 200U);
}

}  // namespace
}  // namespace dais::hub
