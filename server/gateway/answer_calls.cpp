#include "server/gateway/credentials.hpp"
#include "server/gateway/exchange.hpp"
#include "server/gateway/utf8.hpp"

#include <utility>

namespace dais::gateway {

using boost::asio::awaitable;

namespace {

response session_response(exchange const& of, answer<signed_in> begun) {
  if (!begun) return refused(begun.error());
  auto const& headers = of.head().headers;
  bool const is_page = !headers.get("Origin").empty() || !headers.get("Sec-Fetch-Site").empty();
  auto made = json_response(200, std::move(is_page ? begun->page_json : begun->json));
  made.set("Set-Cookie", set_session_cookie(begun->token, begun->max_age, of.is_secure()));
  return made;
}

}  // namespace

awaitable<response> answer_rpc(exchange& of) {
  if (auto foreign = refuse_foreign_post(of)) co_return std::move(*foreign);
  auto refusal = co_await authenticate(of);
  if (refusal) co_return std::move(*refusal);
  auto body = co_await of.read_body(of.chosen().rpc_bytes);
  if (!body) co_return std::move(body.error());

  auto reply = co_await ask<std::optional<std::string>>(
      of.executor(), of.deadlines().long_answer, [&](done<std::optional<std::string>> then) {
        of.on->port.call({.who = of.who, .connection = nullptr}, std::move(*body), std::move(then));
      });
  if (!reply) co_return no_answer();
  if (!*reply) co_return response{.status = 204};
  co_return json_response(200, std::move(**reply));
}

awaitable<response> answer_text(exchange& of) {
  auto made = co_await ask<answer<content>>(of.executor(), of.deadlines().answer, [&](done<answer<content>> then) {
    of.on->port.text(of.target.path, std::move(then));
  });
  if (!made) co_return no_answer();
  if (!*made) co_return refused(made->error());
  co_return content_response(std::move(**made));
}

awaitable<response> answer_export(exchange& of) {
  auto refusal = co_await authenticate(of);
  if (refusal) co_return std::move(*refusal);
  auto made = co_await ask<answer<content>>(of.executor(), of.deadlines().long_answer, [&](done<answer<content>> then) {
    of.on->port.export_file(of.who, of.where.rest, of.target.query, std::move(then));
  });
  if (!made) co_return no_answer();
  if (!*made) co_return refused(made->error());
  auto exported = content_response(std::move(**made));
  exported.set("Vary", "Cookie, Authorization");
  co_return exported;
}

awaitable<response> answer_sign_in(exchange& of) {
  if (auto foreign = refuse_foreign_post(of)) co_return std::move(*foreign);
  auto body = co_await of.read_body(of.chosen().sign_in_bytes);
  if (!body) co_return std::move(body.error());
  if (!is_utf8(*body)) co_return refused(400, "bad_utf8", "The request is not UTF-8.");
  auto begun = co_await ask<answer<signed_in>>(of.executor(), of.deadlines().answer, [&](done<answer<signed_in>> then) {
    if (of.where.to == route::link) {
      of.on->port.use_link(of.where.rest, std::move(then));
    } else {
      of.on->port.sign_in(std::move(*body), std::move(then));
    }
  });
  if (!begun) co_return no_answer();
  co_return session_response(of, std::move(*begun));
}

awaitable<response> answer_sign_out(exchange& of) {
  if (auto foreign = refuse_foreign_post(of)) co_return std::move(*foreign);
  auto with = find_credential(of.head().headers);
  if (with && with->from == credential::source::cookie && !is_same_origin(of.head().headers, of.chosen().origins)) {
    co_return refused(403, "foreign_origin", "This request does not come from our own pages.");
  }
  auto const body = co_await of.read_body(of.chosen().sign_in_bytes);
  if (!body) co_return body.error();
  auto made = json_response(200, "{}");
  if (with) {
    auto ended = co_await ask<answer<std::string>>(
        of.executor(), of.deadlines().answer,
        [&](done<answer<std::string>> then) { of.on->port.sign_out(std::move(*with), std::move(then)); });
    if (!ended) co_return no_answer();
    if (!*ended) co_return refused(ended->error());
    made.body = std::move(**ended);
  }
  made.set("Set-Cookie", clear_session_cookie(of.is_secure()));
  co_return made;
}

}  // namespace dais::gateway
