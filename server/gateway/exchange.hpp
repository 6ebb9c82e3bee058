#pragma once

#include "server/gateway/ask.hpp"
#include "server/gateway/http_connection.hpp"
#include "server/gateway/request_parser.hpp"
#include "server/gateway/response.hpp"
#include "server/gateway/routes.hpp"

#include <boost/asio/awaitable.hpp>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace dais::gateway {

/// One request that is being answered. Outlives every coroutine that it is handed to.
class exchange {
public:
  exchange(http_connection& over, std::shared_ptr<shard_context> context, request_parser& from, request_target goes_to,
           routed found, bool complete)
      : connection(over),
        on(std::move(context)),
        parser(from),
        target(std::move(goes_to)),
        where(std::move(found)),
        is_complete(complete) {}

  http_connection& connection;
  std::shared_ptr<shard_context> on;
  request_parser& parser;
  request_target target;
  routed where;
  bool is_complete;  ///< the body has been read to its end, or there is none
  std::optional<credential> with = {};
  principal who = {};
  bool was_signed_out = false;  ///< a cookie came that is not valid any more

  request_head const& head() const { return parser.head(); }
  options const& chosen() const { return on->chosen(); }
  runtime::deadlines const& deadlines() const { return on->deadlines(); }
  boost::asio::any_io_executor executor() const { return on->shard.executor(); }
  bool is_secure() const;

  /// The next piece of the body; an empty text at its end; the answer that refuses it, where it is broken or too slow.
  boost::asio::awaitable<std::expected<std::string, response>> next_piece();
  /// The whole body, of at most `limit` bytes.
  boost::asio::awaitable<std::expected<std::string, response>> read_body(std::size_t limit);

private:
  std::uint64_t x_body_bytes = 0;
  std::optional<std::chrono::steady_clock::time_point> x_body_began = {};
};

/// Finds out who asks. A bearer token that is not valid is refused; a cookie that is not valid makes the asker the
/// public. A request that could change something and is let in by its cookie must come from our own pages.
boost::asio::awaitable<std::optional<response>> authenticate(exchange& of);

/// 503: the rest of the server did not answer in time.
response no_answer();
/// The refusal when the body is not declared as JSON, or a foreign page sends it.
std::optional<response> refuse_foreign_post(exchange const& of);

// One for each group of routes.
boost::asio::awaitable<response> answer_rpc(exchange& of);
boost::asio::awaitable<response> answer_text(exchange& of);
boost::asio::awaitable<response> answer_export(exchange& of);
boost::asio::awaitable<response> answer_sign_in(exchange& of);
boost::asio::awaitable<response> answer_sign_out(exchange& of);
boost::asio::awaitable<response> answer_document(exchange& of);
boost::asio::awaitable<response> answer_upload(exchange& of);

/// Sends the bytes of a document; false when the connection cannot go on.
boost::asio::awaitable<bool> send_file(exchange& of, file_part part);

/// Upgrades to a WebSocket or an event stream: nothing when the socket has been taken over, else the refusal.
boost::asio::awaitable<std::optional<response>> open_live(exchange& of);
boost::asio::awaitable<std::optional<response>> open_events(exchange& of);

}  // namespace dais::gateway
