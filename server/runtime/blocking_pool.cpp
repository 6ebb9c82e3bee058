#include "server/runtime/blocking_pool.hpp"

#include <algorithm>
#include <utility>

namespace dais::runtime {

blocking_pool::blocking_pool(std::size_t threads, std::size_t capacity)
    : x_count(std::max<std::size_t>(threads, 1)), x_capacity(capacity) {}

blocking_pool::~blocking_pool() {
  stop();
  join();
}

void blocking_pool::run() {
  for (std::size_t i = 0; i < x_count; ++i) x_threads.emplace_back([this] { loop(); });
}

void blocking_pool::stop() {
  {
    std::lock_guard const lock(x_mutex);
    x_stopped = true;
  }
  x_wake.notify_all();
}

void blocking_pool::join() {
  for (auto& thread : x_threads) {
    if (thread.joinable()) thread.join();
  }
}

std::size_t blocking_pool::depth() const {
  std::lock_guard const lock(x_mutex);
  return x_waiting.size();
}

bool blocking_pool::enqueue(std::move_only_function<void()> job) {
  {
    std::lock_guard const lock(x_mutex);
    if (x_stopped || x_waiting.size() >= x_capacity) return false;
    x_waiting.push_back(std::move(job));
  }
  x_wake.notify_one();
  return true;
}

void blocking_pool::loop() {
  for (;;) {
    std::move_only_function<void()> job;
    {
      std::unique_lock lock(x_mutex);
      x_wake.wait(lock, [this] { return x_stopped || !x_waiting.empty(); });
      if (x_waiting.empty()) return;
      job = std::move(x_waiting.front());
      x_waiting.pop_front();
    }
    job();
  }
}

}  // namespace dais::runtime
