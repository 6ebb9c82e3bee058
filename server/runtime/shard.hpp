#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/intrusive/list.hpp>

#include <atomic>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dais::runtime {

/// Something that has gathered work during a turn of the loop and does it once at the turn's end (one send a socket).
/// It leaves the list by itself when it is destroyed.
class turn_task : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
  /// Called once on the shard's thread, after which the task is listed no more. Must not throw.
  virtual void end_of_turn() = 0;

protected:
  ~turn_task() = default;
};

/// One thread with one event loop. What is made on a shard lives and dies there, so it needs no locks.
///
/// A turn of the loop is a bounded run of handlers that are ready, followed by the turn tasks.
class shard {
public:
  /// Makes the loop; no thread yet. `index` numbers it among its siblings.
  explicit shard(std::size_t index = 0);
  /// Stops and joins.
  ~shard();
  shard(shard const&) = delete;
  shard& operator=(shard const&) = delete;

  std::size_t index() const { return x_index; }
  boost::asio::io_context& context() { return x_context; }
  boost::asio::io_context::executor_type executor() { return x_context.get_executor(); }

  /// Starts the thread.
  void run();
  /// Ends the loop after the turn it is in; what is still posted is destroyed with the shard. Any thread.
  void stop();
  /// Waits for the thread to end. Not from the shard itself.
  void join();

  /// Runs `work` on this shard, in order with everything that the same thread posted. Any thread. The inbox has no
  /// bound of its own: whoever posts must bound what it has under way.
  void post(std::move_only_function<void()> work);
  /// How many posted pieces of work wait. Any thread.
  std::size_t inbox_depth() const { return x_inbox_depth.load(std::memory_order_relaxed); }

  /// Lists `task` for the end of this turn; a second call in the same turn changes nothing. On the shard only.
  void at_end_of_turn(turn_task& task);

  /// Whether the calling thread is this shard's. Also true for whoever calls `turn`, during that call.
  bool is_current() const;

  /// Runs one turn of what is ready now without waiting, on the calling thread: for tests, in place of `run`.
  /// Returns how many handlers ran.
  std::size_t turn();

private:
  using task_list = boost::intrusive::list<turn_task, boost::intrusive::constant_time_size<false>>;

  void loop();
  std::size_t run_ready();
  void finish_turn();
  void drain_inbox();

  static constexpr std::size_t max_handlers_a_turn = 256;

  std::size_t x_index;
  boost::asio::io_context x_context{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> x_guard{x_context.get_executor()};
  task_list x_tasks;
  std::mutex x_inbox_mutex;
  std::vector<std::move_only_function<void()>> x_inbox;
  std::atomic<std::size_t> x_inbox_depth{0};
  std::atomic<std::thread::id> x_thread_id{};
  std::thread x_thread;
};

}  // namespace dais::runtime
