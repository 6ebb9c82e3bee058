#include "server/runtime/shard.hpp"

#include "server/runtime/log.hpp"

#include <boost/asio/post.hpp>

#include <exception>
#include <utility>

namespace dais::runtime {

namespace {

void report_escaped(char const* where) {
  log(severity::error, "an exception reached the event loop",
      {{"where", where}, {"what", describe(std::current_exception())}});
}

}  // namespace

shard::shard(std::size_t index) : x_index(index) {}

shard::~shard() {
  stop();
  join();
}

void shard::run() {
  x_thread = std::thread([this] { loop(); });
}

void shard::stop() { x_context.stop(); }

void shard::join() {
  if (x_thread.joinable()) x_thread.join();
}

void shard::post(std::move_only_function<void()> work) {
  bool first = false;
  {
    std::lock_guard const lock(x_inbox_mutex);
    first = x_inbox.empty();
    x_inbox.push_back(std::move(work));
  }
  x_inbox_depth.fetch_add(1, std::memory_order_relaxed);
  if (first) boost::asio::post(x_context, [this] { drain_inbox(); });
}

void shard::drain_inbox() {
  std::vector<std::move_only_function<void()>> taken;
  {
    std::lock_guard const lock(x_inbox_mutex);
    taken.swap(x_inbox);
  }
  x_inbox_depth.fetch_sub(taken.size(), std::memory_order_relaxed);
  for (auto& work : taken) {
    try {
      work();
    } catch (...) {
      report_escaped("inbox");
    }
  }
}

void shard::at_end_of_turn(turn_task& task) {
  if (!task.is_linked()) x_tasks.push_back(task);
}

bool shard::is_current() const { return x_thread_id.load(std::memory_order_relaxed) == std::this_thread::get_id(); }

std::size_t shard::run_ready() {
  std::size_t ran = 0;
  try {
    while (ran < max_handlers_a_turn && x_context.poll_one() != 0) ++ran;
  } catch (...) {
    report_escaped("handler");
  }
  return ran;
}

void shard::finish_turn() {
  task_list due;
  due.swap(x_tasks);
  while (!due.empty()) {
    auto& task = due.front();
    due.pop_front();
    task.end_of_turn();
  }
  // A task that listed itself again must not wait for the next event from outside.
  if (!x_tasks.empty()) boost::asio::post(x_context, [] {});
}

void shard::loop() {
  x_thread_id.store(std::this_thread::get_id());
  for (;;) {
    try {
      if (x_context.run_one() == 0) break;
    } catch (...) {
      report_escaped("handler");
    }
    run_ready();
    finish_turn();
  }
  finish_turn();
  x_thread_id.store({});
}

std::size_t shard::turn() {
  auto const before = x_thread_id.exchange(std::this_thread::get_id());
  auto const ran = run_ready();
  finish_turn();
  x_thread_id.store(before);
  return ran;
}

}  // namespace dais::runtime
