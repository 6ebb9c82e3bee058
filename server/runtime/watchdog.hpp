#pragma once

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <functional>
#include <memory>

namespace dais::runtime {

/// One deadline at a time, on one shard; moving it costs no timer operation, so it may be moved for every byte read.
class watchdog {
public:
  /// Nothing is awaited yet. `on_expiry` is called on `executor`, at most once for each `expire_after`; it is never
  /// called once the watchdog is destroyed.
  watchdog(boost::asio::any_io_executor executor, std::function<void()> on_expiry);
  ~watchdog();
  watchdog(watchdog const&) = delete;
  watchdog& operator=(watchdog const&) = delete;

  /// Awaits this deadline in place of the one before.
  void expire_after(std::chrono::milliseconds time);
  /// Awaits none.
  void expire_never();

private:
  struct state;
  static void arm(std::shared_ptr<state> const& of);

  std::shared_ptr<state> x_state;
};

}  // namespace dais::runtime
