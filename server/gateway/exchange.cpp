#include "server/gateway/exchange.hpp"

#include "server/gateway/credentials.hpp"
#include "server/gateway/text.hpp"

#include <algorithm>
#include <utility>

namespace dais::gateway {

using boost::asio::awaitable;
using progress = request_parser::progress;

namespace {

/// A body may not come slower than this for long.
constexpr std::uint64_t least_bytes_a_second = 512;

}  // namespace

bool exchange::is_secure() const {
  if (chosen().secure_cookies) return true;
  auto const& proxies = chosen().trusted_proxies;
  return !proxies.empty() && equal_ignoring_case(head().headers.get("X-Forwarded-Proto"), "https") &&
         std::ranges::find(proxies, connection.peer_address()) != proxies.end();
}

awaitable<std::expected<std::string, response>> exchange::next_piece() {
  if (is_complete) co_return std::string{};
  if (!x_body_began) {
    x_body_began = std::chrono::steady_clock::now();
    if (connection.input.empty() && equal_ignoring_case(head().headers.get("Expect"), "100-continue")) {
      auto const sent = co_await connection.write("HTTP/1.1 100 Continue\r\n\r\n");
      if (!sent) co_return std::unexpected(refused(400, "cut_off", "The request was cut off."));
    }
  }
  for (;;) {
    auto input = std::string_view(connection.input);
    auto const got = parser.feed(input);
    connection.input.erase(0, connection.input.size() - input.size());
    if (got == progress::failed) {
      co_return std::unexpected(refused(parser.failure_status(), "bad_request", "The request's body is malformed."));
    }
    auto piece = parser.take_body();
    x_body_bytes += piece.size();
    if (got == progress::complete) is_complete = true;
    if (is_complete || !piece.empty()) co_return piece;

    auto const gap = deadlines().body_gap;
    auto const latest = *x_body_began + 2 * gap + std::chrono::seconds(x_body_bytes / least_bytes_a_second);
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(latest - std::chrono::steady_clock::now());
    auto const more = left.count() > 0 && co_await connection.read_more(std::min(gap, left));
    if (!more) co_return std::unexpected(refused(408, "too_slow", "The request's body did not come to its end."));
  }
}

awaitable<std::expected<std::string, response>> exchange::read_body(std::size_t limit) {
  auto const too_large = [&] {
    return std::unexpected(
        refused(413, "too_large", "At most " + std::to_string(limit) + " bytes are taken at this address."));
  };
  if (head().content_length.value_or(0) > limit) co_return too_large();
  std::string body;
  while (!is_complete) {
    auto piece = co_await next_piece();
    if (!piece) co_return std::unexpected(std::move(piece.error()));
    if (body.size() + piece->size() > limit) co_return too_large();
    body += *piece;
  }
  co_return body;
}

awaitable<std::optional<response>> authenticate(exchange& of) {
  of.with = find_credential(of.head().headers);
  if (!of.with) co_return std::nullopt;
  auto const by_cookie = of.with->from == credential::source::cookie;
  auto const is_read = of.head().method == "GET" || of.head().method == "HEAD";
  if (by_cookie && !is_read && !is_same_origin(of.head().headers, of.chosen().origins)) {
    co_return refused(403, "foreign_origin", "This request does not come from our own pages.");
  }
  auto const answered = co_await ask<std::optional<principal>>(
      of.executor(), of.deadlines().answer,
      [&of](done<std::optional<principal>> then) { of.on->port.authenticate(*of.with, std::move(then)); });
  if (!answered) co_return no_answer();
  if (*answered) {
    of.who = **answered;
  } else if (by_cookie) {
    of.was_signed_out = true;
  } else {
    co_return refused(401, "signed_out", "This access token is not valid.");
  }
  co_return std::nullopt;
}

response no_answer() {
  return refused({.status = 503,
                  .code = "no_answer",
                  .message = "The server did not answer in time. Try again.",
                  .retry_after = std::chrono::seconds(2)});
}

std::optional<response> refuse_foreign_post(exchange const& of) {
  if (is_foreign_origin(of.head().headers, of.chosen().origins)) {
    return refused(403, "foreign_origin", "This request does not come from our own pages.");
  }
  auto const type = of.head().headers.get("Content-Type");
  if (of.head().has_body() && !equal_ignoring_case(trimmed(type.substr(0, type.find(';'))), "application/json")) {
    return refused(415, "wrong_content", "The body must be sent as application/json.");
  }
  return std::nullopt;
}

}  // namespace dais::gateway
