#pragma once

#include "server/runtime/shard.hpp"

#include <condition_variable>
#include <deque>
#include <exception>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace dais::runtime {

/// Threads for what blocks (files, SQLite, Argon2id, PDF), behind one bounded queue.
class blocking_pool {
public:
  /// What work yields: its result, or the exception that it threw.
  template <typename Result>
  using outcome = std::expected<Result, std::exception_ptr>;

  /// Makes the pool; starts nothing. `capacity` bounds the work that waits, not counting what is being done.
  blocking_pool(std::size_t threads, std::size_t capacity);
  /// Stops and joins.
  ~blocking_pool();
  blocking_pool(blocking_pool const&) = delete;
  blocking_pool& operator=(blocking_pool const&) = delete;

  void run();
  /// Takes no more work; what already waits is still done. Any thread.
  void stop();
  /// Waits until all work is done and the threads have ended.
  void join();

  /// Does `work()` on a thread of the pool, then calls `done(outcome)` on `asker`'s shard, which must outlive it.
  /// False, and neither is called, when the queue is full or the pool has stopped. Any thread.
  template <typename Work, typename Done>
  [[nodiscard]] bool submit(shard& asker, Work work, Done done) {
    using result = std::invoke_result_t<Work&>;
    return enqueue([&asker, work = std::move(work), done = std::move(done)]() mutable {
      auto got = attempt<result>(work);
      asker.post([done = std::move(done), got = std::move(got)]() mutable { done(std::move(got)); });
    });
  }

  /// How much work waits. Any thread.
  std::size_t depth() const;

private:
  template <typename Result, typename Work>
  static outcome<Result> attempt(Work& work) {
    try {
      if constexpr (std::is_void_v<Result>) {
        work();
        return {};
      } else {
        return work();
      }
    } catch (...) {
      return std::unexpected(std::current_exception());
    }
  }

  bool enqueue(std::move_only_function<void()> job);
  void loop();

  std::size_t x_count;
  std::size_t x_capacity;
  mutable std::mutex x_mutex;
  std::condition_variable x_wake;
  std::deque<std::move_only_function<void()>> x_waiting;
  bool x_stopped = false;
  std::vector<std::thread> x_threads;
};

}  // namespace dais::runtime
