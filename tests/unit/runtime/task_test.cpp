#include "server/runtime/task.hpp"

#include "server/runtime/log.hpp"
#include "server/runtime/shard.hpp"
#include "server/runtime/watchdog.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace dais::runtime;
using namespace std::chrono_literals;

namespace {

boost::asio::awaitable<void> set_flag(bool& flag) {
  flag = true;
  co_return;
}

boost::asio::awaitable<void> fail() {
  throw std::runtime_error("no");
  co_return;
}

void turn_for(shard& one, std::chrono::milliseconds time) {
  auto const end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) {
    if (one.turn() == 0) std::this_thread::yield();
  }
}

}  // namespace

TEST(task, a_spawned_task_runs_on_its_shard) {
  shard home;
  bool ran = false;
  spawn(home.executor(), set_flag(ran), "flag");
  home.turn();
  EXPECT_TRUE(ran);
}

TEST(task, an_exception_is_logged_under_the_tasks_name) {
  std::vector<std::string> lines;
  log_to([&](std::string_view line) { lines.emplace_back(line); });
  shard home;
  spawn(home.executor(), fail(), "failing");
  home.turn();
  log_to({});
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_NE(lines[0].find(R"("task":"failing","what":"no")"), std::string::npos);
}

TEST(watchdog, it_calls_once_when_the_deadline_passes) {
  shard home;
  int calls = 0;
  watchdog guard(home.executor(), [&] { ++calls; });
  guard.expire_after(1ms);
  turn_for(home, 30ms);
  EXPECT_EQ(calls, 1);
}

TEST(watchdog, a_later_deadline_replaces_the_earlier_one) {
  shard home;
  int calls = 0;
  watchdog guard(home.executor(), [&] { ++calls; });
  guard.expire_after(5ms);
  guard.expire_after(1h);
  turn_for(home, 30ms);
  EXPECT_EQ(calls, 0);
  guard.expire_after(1ms);
  turn_for(home, 30ms);
  EXPECT_EQ(calls, 1);
}

TEST(watchdog, it_is_silent_when_told_never_or_destroyed) {
  shard home;
  int calls = 0;
  {
    watchdog guard(home.executor(), [&] { ++calls; });
    guard.expire_after(1ms);
    guard.expire_never();
    turn_for(home, 10ms);
    guard.expire_after(1ms);
  }
  turn_for(home, 10ms);
  EXPECT_EQ(calls, 0);
}
