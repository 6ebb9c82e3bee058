#pragma once

#include "server/gateway/assets.hpp"
#include "server/gateway/options.hpp"
#include "server/gateway/service.hpp"
#include "server/runtime/blocking_pool.hpp"
#include "server/runtime/clock.hpp"
#include "server/runtime/metrics.hpp"
#include "server/runtime/shards.hpp"

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <system_error>
#include <vector>

namespace dais::gateway {

/// The way in: accepts connections and hands them to the shards in turn.
///
/// Everything that it is given must outlive it, and the shards must be joined before it is destroyed.
class server {
public:
  /// Starts nothing. `ports` has one service for each shard, in their order.
  server(options chosen, runtime::shards& on, std::vector<service*> ports, runtime::blocking_pool& pool,
         runtime::clock const& time, runtime::metrics& numbers, std::span<asset const> assets);
  ~server();
  server(server const&) = delete;
  server& operator=(server const&) = delete;

  /// Listens, and yields the port; an error where the address cannot be had. The shards may run before or after.
  std::expected<std::uint16_t, std::error_code> run();

  /// Listens no more, ends idle connections, tells live ones to come back, lets answers that are under way be finished,
  /// and returns when no connection is left, at the latest after the deadline for shutting down. Needs running shards;
  /// not from one of them.
  void stop();

  /// Connections that are open now. Any thread.
  std::size_t open_connections() const;

private:
  class listener;
  std::shared_ptr<listener> x_listener;
};

}  // namespace dais::gateway
