#include "server/runtime/shards.hpp"

#include "server/runtime/log.hpp"

#include <gtest/gtest.h>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <future>

using namespace dais::runtime;

namespace {

struct recorder final : turn_task {
  std::function<void()> act;
  int ended = 0;
  void end_of_turn() override {
    ++ended;
    if (act) act();
  }
};

}  // namespace

TEST(shard, nothing_runs_before_run) {
  shard one;
  bool ran = false;
  one.post([&] { ran = true; });
  EXPECT_FALSE(ran);
  EXPECT_EQ(one.inbox_depth(), 1U);
  one.turn();
  EXPECT_TRUE(ran);
  EXPECT_EQ(one.inbox_depth(), 0U);
}

TEST(shard, work_of_one_thread_runs_in_the_order_it_was_posted) {
  shard one;
  std::vector<int> order;
  for (int i = 0; i < 100; ++i) one.post([&, i] { order.push_back(i); });
  while (one.turn() != 0) {
  }
  ASSERT_EQ(order.size(), 100U);
  EXPECT_TRUE(std::ranges::is_sorted(order));
}

TEST(shard, a_turn_task_is_called_once_after_all_handlers_of_the_turn) {
  shard one;
  recorder task;
  int handlers = 0;
  for (int i = 0; i < 5; ++i) {
    one.post([&] {
      EXPECT_EQ(task.ended, 0);
      one.at_end_of_turn(task);
      ++handlers;
    });
  }
  one.turn();
  EXPECT_EQ(handlers, 5);
  EXPECT_EQ(task.ended, 1);
}

TEST(shard, a_turn_task_that_lists_itself_again_is_called_in_the_next_turn) {
  shard one;
  recorder task;
  task.act = [&] {
    if (task.ended < 3) one.at_end_of_turn(task);
  };
  one.post([&] { one.at_end_of_turn(task); });
  while (one.turn() != 0) {
  }
  EXPECT_EQ(task.ended, 3);
}

TEST(shard, a_destroyed_turn_task_is_not_called) {
  shard one;
  auto task = std::make_unique<recorder>();
  one.post([&] { one.at_end_of_turn(*task); });
  one.post([&] { task.reset(); });
  one.turn();
  EXPECT_EQ(task, nullptr);
}

TEST(shard, an_exception_ends_only_the_piece_of_work_that_threw_it) {
  std::vector<std::string> lines;
  log_to([&](std::string_view line) { lines.emplace_back(line); });
  shard one;
  bool reached = false;
  one.post([] { throw std::runtime_error("bad"); });
  one.post([&] { reached = true; });
  one.turn();
  boost::asio::post(one.context(), [] { throw std::runtime_error("worse"); });
  one.turn();
  log_to({});
  EXPECT_TRUE(reached);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_NE(lines[0].find("\"what\":\"bad\""), std::string::npos);
  EXPECT_NE(lines[1].find("\"what\":\"worse\""), std::string::npos);
}

TEST(shards, each_piece_of_work_runs_on_the_shard_it_was_posted_to) {
  for (std::size_t const count : {1U, 3U}) {
    shards all(count);
    all.run();
    for (std::size_t i = 0; i < all.size(); ++i) {
      std::promise<bool> right;
      all[i].post([&] { right.set_value(all[i].is_current()); });
      EXPECT_TRUE(right.get_future().get());
      EXPECT_FALSE(all[i].is_current());
    }
    all.stop();
    all.join();
  }
}

TEST(shards, there_is_always_one) { EXPECT_EQ(shards(0).size(), 1U); }
