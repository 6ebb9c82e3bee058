#pragma once

#include <chrono>
#include <functional>
#include <string_view>

namespace dais::native {

/// Numbers from 0 up to but not 1, for jitter; a test gives its own.
using random_source = std::function<double()>;
/// Seeded from the system.
random_source system_random();

/// How long to wait before the next attempt: the ceiling doubles with each failure from 0.5 s to 30 s, and the delay is
/// between half the ceiling and the ceiling, so that a whole meeting does not come back in one instant.
class backoff {
public:
  explicit backoff(random_source random) : x_random(std::move(random)) {}

  std::chrono::milliseconds next();
  /// A connection that has proved itself: begin again with the shortest delay.
  void reset() { x_ceiling = shortest; }

private:
  static constexpr std::chrono::milliseconds shortest{500}, longest{30'000};
  random_source x_random;
  std::chrono::milliseconds x_ceiling = shortest;
};

/// Whether a server that closes with this code wants us back: 4500 to 4999 say no (server/hub/subscriber.hpp).
bool may_come_back(int close_code);

/// The delay that the reason of a close code 4000 to 4499 begins with ("1500 The server restarts."), at most a minute;
/// nothing below zero, and -1 ms where there is none.
std::chrono::milliseconds delay_in(std::string_view close_reason);

}  // namespace dais::native
