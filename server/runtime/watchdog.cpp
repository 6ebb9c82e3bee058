#include "server/runtime/watchdog.hpp"

#include <boost/asio/steady_timer.hpp>

#include <utility>

namespace dais::runtime {

namespace {

using time_point = std::chrono::steady_clock::time_point;

}  // namespace

struct watchdog::state {
  boost::asio::steady_timer timer;
  std::function<void()> on_expiry;
  time_point due = time_point::max();
  time_point armed_for = time_point::max();
};

watchdog::watchdog(boost::asio::any_io_executor executor, std::function<void()> on_expiry)
    : x_state(std::make_shared<state>(
          state{.timer = boost::asio::steady_timer(std::move(executor)), .on_expiry = std::move(on_expiry)})) {}

watchdog::~watchdog() {
  x_state->on_expiry = nullptr;
  x_state->due = time_point::max();
  x_state->timer.cancel();
}

void watchdog::expire_after(std::chrono::milliseconds time) {
  x_state->due = std::chrono::steady_clock::now() + time;
  if (x_state->due < x_state->armed_for) arm(x_state);
}

void watchdog::expire_never() { x_state->due = time_point::max(); }

void watchdog::arm(std::shared_ptr<state> const& of) {
  of->armed_for = of->due;
  of->timer.expires_at(of->due);
  of->timer.async_wait([of](boost::system::error_code problem) {
    if (problem) return;
    of->armed_for = time_point::max();
    if (of->due == time_point::max()) return;
    if (of->due > std::chrono::steady_clock::now()) return arm(of);
    of->due = time_point::max();
    if (auto const call = of->on_expiry) call();
  });
}

}  // namespace dais::runtime
