#include "server/runtime/blocking_pool.hpp"

#include <gtest/gtest.h>

#include <future>
#include <optional>

using namespace dais::runtime;

namespace {

void turn_until(shard& one, auto condition) {
  while (!condition()) {
    if (one.turn() == 0) std::this_thread::yield();
  }
}

}  // namespace

TEST(blocking_pool, the_result_arrives_on_the_asking_shard) {
  shard home;
  blocking_pool pool(2, 8);
  pool.run();
  std::optional<int> got;
  ASSERT_TRUE(pool.submit(
      home, [] { return 42; },
      [&](blocking_pool::outcome<int> result) {
        EXPECT_TRUE(home.is_current());
        got = result.value();
      }));
  turn_until(home, [&] { return got.has_value(); });
  EXPECT_EQ(got, 42);
}

TEST(blocking_pool, an_exception_arrives_as_a_value) {
  shard home;
  blocking_pool pool(1, 8);
  pool.run();
  bool failed = false;
  ASSERT_TRUE(pool.submit(
      home, [] { throw std::runtime_error("disk"); },
      [&](blocking_pool::outcome<void> result) { failed = !result.has_value(); }));
  turn_until(home, [&] { return failed; });
}

TEST(blocking_pool, work_beyond_the_capacity_is_refused) {
  shard home;
  blocking_pool pool(1, 2);
  pool.run();
  std::promise<void> started;
  std::promise<void> gate;
  auto open = gate.get_future().share();
  int finished = 0;
  auto const count = [&](blocking_pool::outcome<void>) { ++finished; };
  ASSERT_TRUE(pool.submit(
      home,
      [&, open] {
        started.set_value();
        open.wait();
      },
      count));
  started.get_future().wait();
  EXPECT_TRUE(pool.submit(home, [] {}, count));
  EXPECT_TRUE(pool.submit(home, [] {}, count));
  EXPECT_EQ(pool.depth(), 2U);
  EXPECT_FALSE(pool.submit(home, [] {}, count));
  gate.set_value();
  turn_until(home, [&] { return finished == 3; });
}

TEST(blocking_pool, stopping_finishes_what_waits_and_refuses_what_comes) {
  shard home;
  blocking_pool pool(1, 100);
  int done = 0;
  for (int i = 0; i < 10; ++i) {
    ASSERT_TRUE(pool.submit(home, [] {}, [&](blocking_pool::outcome<void>) { ++done; }));
  }
  pool.run();
  pool.stop();
  pool.join();
  EXPECT_FALSE(pool.submit(home, [] {}, [](blocking_pool::outcome<void>) {}));
  while (home.turn() != 0) {
  }
  EXPECT_EQ(done, 10);
}
