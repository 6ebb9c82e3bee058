#include "server/hub/outbox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

using namespace dais::hub;
using verdict = outbox::verdict;

namespace {

constexpr topic_id agenda{1};
constexpr topic_id floor_topic{2};

frame patch_of(topic_id topic, std::string_view text) { return make_frame(text, frame_kind::patch, topic, 1, "t"); }
frame snapshot_of(topic_id topic, std::string_view text) {
  return make_frame(text, frame_kind::snapshot, topic, 1, "t");
}
frame reply(std::string_view text) { return make_frame(text, frame_kind::reply); }

std::string framed(std::string_view text) { return std::string(reply(text).ws_bytes()); }

/// Writes everything in pieces of at most `piece` bytes and returns it.
std::string drain(outbox& box, std::size_t piece = 1000) {
  std::string all;
  std::array<std::string_view, 4> views;
  while (auto const count = box.gather(views)) {
    std::string joined;
    for (std::size_t i = 0; i < count; ++i) joined += views[i];
    joined.resize(std::min(joined.size(), piece));
    all += joined;
    box.wrote(joined.size());
  }
  return all;
}

}  // namespace

TEST(frame, the_header_has_the_shortest_form_for_every_length) {
  for (std::size_t const size : {0U, 1U, 125U}) {
    EXPECT_EQ(make_frame(std::string(size, 'x'), frame_kind::reply).ws_bytes().size(), size + 2);
  }
  for (std::size_t const size : {126U, 65535U}) {
    EXPECT_EQ(make_frame(std::string(size, 'x'), frame_kind::reply).ws_bytes().size(), size + 4);
  }
  auto const big = make_frame(std::string(65536, 'x'), frame_kind::reply);
  EXPECT_EQ(big.ws_bytes().substr(0, 10), std::string_view("\x81\x7f\0\0\0\0\0\1\0\0", 10));
  EXPECT_EQ(big.payload().size(), 65536U);
}

TEST(frame, a_copy_for_another_replica_shares_its_bytes) {
  auto const made = make_frame("{}", frame_kind::patch, agenda, 7, "agenda");
  auto const other = made.numbered(floor_topic);
  EXPECT_EQ(made.ws_bytes().data(), other.ws_bytes().data());
  EXPECT_EQ(other.topic(), floor_topic);
  EXPECT_EQ(other.topic_name(), "agenda");
  EXPECT_EQ(other.seq(), 7U);
}

TEST(outbox, messages_leave_in_order_whatever_the_socket_takes_at_a_time) {
  for (std::size_t const piece : {1U, 2U, 3U, 7U, 1000U}) {
    outbox box({});
    EXPECT_EQ(box.push_live(patch_of(agenda, "one")), verdict::queued);
    EXPECT_TRUE(box.push_reply(reply("two")));
    EXPECT_EQ(box.push_live(patch_of(agenda, "three")), verdict::queued);
    EXPECT_EQ(drain(box, piece), framed("one") + framed("two") + framed("three"));
    EXPECT_TRUE(box.empty());
    EXPECT_EQ(box.live_bytes(), 0U);
    EXPECT_EQ(box.reply_bytes(), 0U);
  }
}

TEST(outbox, past_the_bound_everything_live_is_dropped_and_its_topics_are_stale) {
  outbox box({.live_bytes = 20});
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::queued);
  EXPECT_TRUE(box.push_reply(reply("kept")));
  EXPECT_EQ(box.push_live(patch_of(floor_topic, "12345678")), verdict::queued);
  EXPECT_EQ(box.push_live(patch_of(agenda, "x")), verdict::overflowed);
  EXPECT_EQ(box.stale().size(), 2U);
  EXPECT_EQ(box.push_live(patch_of(agenda, "x")), verdict::dropped);
  EXPECT_EQ(drain(box), framed("kept"));
}

TEST(outbox, a_frame_that_has_begun_is_finished_before_anything_else) {
  outbox box({.live_bytes = 20});
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::queued);
  box.wrote(3);
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::queued);
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::overflowed);
  box.push_control(outbox::control::pong, "PONG");
  EXPECT_EQ(drain(box), framed("12345678").substr(3) + "PONG");
}

TEST(outbox, a_stale_topic_is_asked_for_once_nothing_live_waits) {
  outbox box({.live_bytes = 10});
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::queued);
  box.wrote(1);
  EXPECT_EQ(box.push_live(patch_of(agenda, "x")), verdict::overflowed);
  EXPECT_EQ(box.take_stale(), topic_id::none);
  drain(box);
  EXPECT_EQ(box.take_stale(), agenda);
  EXPECT_EQ(box.take_stale(), topic_id::none);
  EXPECT_EQ(box.push_live(snapshot_of(agenda, "s")), verdict::queued);
  EXPECT_EQ(box.push_live(patch_of(agenda, "p")), verdict::queued);
  EXPECT_EQ(drain(box), framed("s") + framed("p"));
}

TEST(outbox, snapshots_beyond_the_bound_get_through_one_at_a_time) {
  outbox box({.live_bytes = 10});
  auto const big = std::string(100, 's');
  EXPECT_EQ(box.push_live(snapshot_of(agenda, big)), verdict::queued);
  EXPECT_EQ(box.push_live(snapshot_of(floor_topic, big)), verdict::overflowed);
  int rounds = 0;
  std::string all;
  for (auto topic = box.take_stale(); topic != topic_id::none; topic = box.take_stale()) {
    EXPECT_EQ(box.push_live(snapshot_of(topic, big)), verdict::queued);
    box.refreshed();
    all += drain(box);
    ++rounds;
  }
  EXPECT_EQ(rounds, 2);
  EXPECT_EQ(all, framed(big) + framed(big));
}

TEST(outbox, a_refreshed_topic_gets_its_patches_too_and_then_the_bound_holds_again) {
  outbox box({.live_bytes = 10});
  EXPECT_EQ(box.push_live(snapshot_of(agenda, "12345678")), verdict::queued);
  EXPECT_EQ(box.push_live(patch_of(agenda, "x")), verdict::overflowed);
  EXPECT_EQ(box.take_stale(), agenda);
  EXPECT_EQ(box.push_live(snapshot_of(agenda, "12345678")), verdict::queued);
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::queued);
  box.refreshed();
  EXPECT_EQ(drain(box), framed("12345678") + framed("12345678"));
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::queued);
  EXPECT_EQ(box.push_live(patch_of(agenda, "12345678")), verdict::overflowed);
}

TEST(outbox, a_snapshot_mends_a_stale_topic_by_itself) {
  outbox box({.live_bytes = 30});
  EXPECT_EQ(box.push_live(patch_of(agenda, std::string(20, 'x'))), verdict::queued);
  EXPECT_EQ(box.push_live(patch_of(agenda, std::string(20, 'x'))), verdict::overflowed);
  EXPECT_EQ(box.push_live(snapshot_of(agenda, "s")), verdict::queued);
  EXPECT_TRUE(box.stale().empty());
  EXPECT_EQ(box.push_live(patch_of(agenda, "p")), verdict::queued);
}

TEST(outbox, a_dropped_notice_makes_nothing_stale) {
  outbox box({.live_bytes = 10});
  EXPECT_EQ(box.push_live(make_frame("12345678", frame_kind::notice)), verdict::queued);
  EXPECT_EQ(box.push_live(make_frame("12345678", frame_kind::notice)), verdict::overflowed);
  EXPECT_TRUE(box.stale().empty());
  EXPECT_TRUE(box.empty());
}

TEST(outbox, replies_past_their_bound_are_refused) {
  outbox box({.live_bytes = 10, .reply_bytes = 30});
  EXPECT_TRUE(box.push_reply(reply(std::string(100, 'r'))));
  EXPECT_FALSE(box.push_reply(reply("r")));
  drain(box);
  EXPECT_TRUE(box.push_reply(reply("r")));
}

TEST(outbox, only_the_newest_ping_and_pong_wait_and_they_go_first) {
  outbox box({});
  EXPECT_EQ(box.push_live(patch_of(agenda, "one")), verdict::queued);
  box.push_control(outbox::control::pong, "PONG1");
  box.push_control(outbox::control::pong, "PONG2");
  box.push_control(outbox::control::ping, "PING1");
  box.push_control(outbox::control::ping, "PING2");
  EXPECT_EQ(drain(box), "PING2PONG2" + framed("one"));
}

TEST(outbox, closing_keeps_replies_drops_the_rest_and_takes_nothing_more) {
  outbox box({});
  EXPECT_EQ(box.push_live(patch_of(agenda, "gone")), verdict::queued);
  EXPECT_TRUE(box.push_reply(reply("kept")));
  box.push_close("CLOSE");
  EXPECT_TRUE(box.closing());
  EXPECT_EQ(box.push_live(patch_of(agenda, "late")), verdict::dropped);
  EXPECT_TRUE(box.push_reply(reply("late")));
  box.push_control(outbox::control::pong, "PONG");
  box.push_close("AGAIN");
  EXPECT_FALSE(box.finished());
  EXPECT_EQ(drain(box), framed("kept") + "CLOSE");
  EXPECT_TRUE(box.finished());
  EXPECT_EQ(box.take_stale(), topic_id::none);
}

TEST(outbox, an_event_stream_carries_prefix_and_payload) {
  for (std::size_t const piece : {1U, 5U, 1000U}) {
    outbox box({}, outbox::framing::event_stream);
    EXPECT_EQ(box.push_live(patch_of(agenda, "{}"), "id: 1\ndata: "), verdict::queued);
    EXPECT_EQ(drain(box, piece), "id: 1\ndata: {}\n\n");
  }
}

TEST(outbox, memory_is_given_back_after_a_long_queue) {
  outbox box({.live_bytes = std::size_t{1} << 20});
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(box.push_live(patch_of(agenda, "x")), verdict::queued);
    EXPECT_EQ(drain(box, 17).size(), 3000U);
  }
}
