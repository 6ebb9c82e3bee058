#pragma once

#include <atomic>
#include <chrono>

namespace dais::runtime {

/// A point of wall-clock time: UTC, whole milliseconds.
using instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the present comes from. May be asked from any thread.
class clock {
public:
  virtual ~clock() = default;
  /// The present. Wall-clock time: it may jump back when the machine's clock is set.
  virtual instant now() const = 0;
};

/// The machine's clock.
class system_clock final : public clock {
public:
  instant now() const override;
};

/// A clock that stands still until a test moves it.
class fake_clock final : public clock {
public:
  explicit fake_clock(instant start) : x_now(start) {}
  instant now() const override { return x_now.load(); }
  void set(instant to) { x_now.store(to); }
  void advance(std::chrono::milliseconds by) { x_now.store(x_now.load() + by); }

private:
  std::atomic<instant> x_now;
};

}  // namespace dais::runtime
