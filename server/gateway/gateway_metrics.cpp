#include "server/gateway/gateway_metrics.hpp"

#include <algorithm>

namespace dais::gateway {

gateway_metrics::gateway_metrics(runtime::metrics& in)
    : http_connections(in.make_gauge("dais_gateway_connections", "Open connections.", {{"kind", "http"}})),
      websockets(in.make_gauge("dais_gateway_connections", "Open connections.", {{"kind", "websocket"}})),
      event_streams(in.make_gauge("dais_gateway_connections", "Open connections.", {{"kind", "event_stream"}})),
      accepted(in.make_counter("dais_gateway_accepted_total", "Connections that were accepted.")),
      turned_away(in.make_counter("dais_gateway_turned_away_total", "Connections closed for lack of room.")),
      sent_bytes(in.make_counter("dais_gateway_live_sent_bytes_total", "Bytes written to live connections.")),
      received_messages(in.make_counter("dais_gateway_live_received_total", "Messages read from WebSockets.")),
      overflows(in.make_counter("dais_gateway_live_overflows_total", "Queues dropped because a reader was too slow.")),
      timeouts(in.make_counter("dais_gateway_timeouts_total", "Connections ended because the peer was silent.")) {
  for (std::size_t to = 0; to < routes; ++to) {
    for (std::size_t hundreds = 1; hundreds < classes; ++hundreds) {
      x_requests[to][hundreds] = &in.make_counter(
          "dais_gateway_requests_total", "Answered requests.",
          {{"route", std::string(name_of(static_cast<route>(to)))}, {"status", std::to_string(hundreds) + "xx"}});
    }
  }
}

void gateway_metrics::count_request(route which, int status) {
  x_requests.at(static_cast<std::size_t>(which)).at(static_cast<std::size_t>(std::clamp(status / 100, 1, 5)))->add();
}

}  // namespace dais::gateway
