#pragma once

#include "server/gateway/service.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

namespace dais::gateway {

/// Calls `start(done)` and waits until the answer is given, at once or later on the same shard; nothing when the
/// deadline comes first, in which case a later answer is thrown away.
template <typename T, typename Start>
boost::asio::awaitable<std::optional<T>> ask(boost::asio::any_io_executor executor, std::chrono::milliseconds deadline,
                                             Start start) {
  struct waiting {
    explicit waiting(boost::asio::any_io_executor const& on) : timer(on) {}
    boost::asio::steady_timer timer;
    std::optional<T> given;
  };
  auto const state = std::make_shared<waiting>(executor);
  state->timer.expires_after(deadline);
  start(done<T>([state](T value) {
    state->given.emplace(std::move(value));
    state->timer.cancel();
  }));
  if (!state->given) {
    co_await state->timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
  }
  co_return std::exchange(state->given, std::nullopt);
}

}  // namespace dais::gateway
