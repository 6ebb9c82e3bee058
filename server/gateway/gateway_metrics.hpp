#pragma once

#include "server/gateway/routes.hpp"
#include "server/runtime/metrics.hpp"

#include <array>
#include <cstddef>

namespace dais::gateway {

/// The gateway's numbers, made once and shared by all shards.
class gateway_metrics {
public:
  explicit gateway_metrics(runtime::metrics& in);

  /// Counts an answered request by route and class of status.
  void count_request(route which, int status);

  runtime::gauge& http_connections;
  runtime::gauge& websockets;
  runtime::gauge& event_streams;
  runtime::counter& accepted;
  runtime::counter& turned_away;
  runtime::counter& sent_bytes;
  runtime::counter& received_messages;
  runtime::counter& overflows;
  runtime::counter& timeouts;

private:
  static constexpr std::size_t routes = static_cast<std::size_t>(route::asset) + 1;
  static constexpr std::size_t classes = 6;
  std::array<std::array<runtime::counter*, classes>, routes> x_requests{};
};

}  // namespace dais::gateway
