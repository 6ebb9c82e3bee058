#include "server/gateway/http_session.hpp"

#include "server/gateway/exchange.hpp"
#include "server/gateway/http_guard.hpp"
#include "server/runtime/task.hpp"

#include <utility>

namespace dais::gateway {

using boost::asio::awaitable;
using boost::asio::ip::tcp;
using progress = request_parser::progress;

namespace {

constexpr std::size_t kept_input = 4096;

class http_session final : public tracked {
public:
  http_session(tcp::socket socket, std::shared_ptr<shard_context> on)
      : x_on(on), x_connection(std::move(socket), on), x_count(on, on->numbers().http_connections) {
    on->track(*this);
  }

  void shut_down() override {
    if (x_is_idle) x_connection.cancel();
  }
  void abort() override {
    x_aborted = true;
    x_connection.cancel();
  }

  awaitable<void> serve();

private:
  enum class after : std::uint8_t { next_request, end, taken_over };

  awaitable<bool> wait_for_request();
  awaitable<std::optional<response>> read_head(request_parser& parser, bool& complete);
  awaitable<after> serve_one();
  awaitable<after> finish(response made, exchange* of, request_head const& head, bool keep_alive);
  awaitable<std::optional<response>> answer(exchange& of);

  std::shared_ptr<shard_context> x_on;
  http_connection x_connection;
  open_count x_count;
  bool x_is_idle = false;
  bool x_aborted = false;
};

awaitable<void> http_session::serve() {
  for (;;) {
    auto const then = co_await serve_one();
    if (then != after::next_request) co_return;
  }
}

/// Until the first byte of a request.
awaitable<bool> http_session::wait_for_request() {
  if (!x_connection.input.empty()) co_return true;
  if (x_on->is_stopping()) co_return false;
  if (x_connection.input.capacity() > kept_input) std::string().swap(x_connection.input);
  x_is_idle = true;
  auto const more = co_await x_connection.read_more(x_on->deadlines().idle);
  x_is_idle = false;
  co_return more;
}

/// Nothing when the head is there; the answer to what is none.
awaitable<std::optional<response>> http_session::read_head(request_parser& parser, bool& complete) {
  auto const end = std::chrono::steady_clock::now() + x_on->deadlines().header;
  for (;;) {
    auto input = std::string_view(x_connection.input);
    auto const got = parser.feed(input);
    x_connection.input.erase(0, x_connection.input.size() - input.size());
    if (got == progress::failed) {
      co_return refused(parser.failure_status(), "bad_request", "This is no request that the server understands.");
    }
    complete = got == progress::complete;
    if (got != progress::need_more) co_return std::nullopt;
    auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
    auto const more = left.count() > 0 && co_await x_connection.read_more(left);
    if (!more) co_return refused(408, "too_slow", "The request's head did not come to its end.");
  }
}

awaitable<http_session::after> http_session::serve_one() {
  auto const began = co_await wait_for_request();
  if (!began) co_return after::end;
  request_parser parser;
  bool complete = false;
  auto fault = co_await read_head(parser, complete);
  static request_head const no_head;
  if (fault) co_return co_await finish(std::move(*fault), nullptr, no_head, false);

  auto const& head = parser.head();
  auto const keep_alive = head.keep_alive && !x_on->is_stopping();
  if (auto wrong = check_head(head); wrong.status != 0) {
    auto made = refused(wrong.status, "bad_request", std::move(wrong.message));
    if (wrong.status == 405) made.set("Allow", "GET, HEAD, POST, PUT");
    co_return co_await finish(std::move(made), nullptr, head, false);
  }
  auto target = parse_target(head.target);
  if (!target) {
    co_return co_await finish(refused(400, "bad_request", "This address is malformed."), nullptr, head, false);
  }
  auto where = find_route(head.method, target->path);
  exchange of(x_connection, x_on, parser, std::move(*target), std::move(where), complete);
  auto made = co_await answer(of);
  if (!made) co_return after::taken_over;
  co_return co_await finish(std::move(*made), &of, head, keep_alive);
}

awaitable<std::optional<response>> http_session::answer(exchange& of) {
  if (!of.where.allow.empty()) {
    auto made = refused(405, "wrong_method", "This address does not take this method.");
    made.set("Allow", std::string(of.where.allow));
    co_return made;
  }
  switch (of.where.to) {
    case route::health: {
      response made{.body = "ok\n"};
      made.set("Content-Type", "text/plain; charset=utf-8");
      made.set("Cache-Control", "no-store");
      co_return made;
    }
    case route::text:
      co_return co_await answer_text(of);
    case route::live:
      co_return co_await open_live(of);
    case route::events:
      co_return co_await open_events(of);
    case route::rpc:
      co_return co_await answer_rpc(of);
    case route::sign_in:
    case route::link:
      co_return co_await answer_sign_in(of);
    case route::sign_out:
      co_return co_await answer_sign_out(of);
    case route::document:
    case route::file:
      co_return co_await answer_document(of);
    case route::export_:
      co_return co_await answer_export(of);
    case route::upload:
      co_return co_await answer_upload(of);
    case route::asset: {
      auto const& policy = of.chosen().content_security_policy;
      co_return asset_response(x_on->parts().assets, of.head(), of.target,
                               policy.empty() ? default_content_security_policy : std::string_view(policy));
    }
  }
  co_return std::nullopt;
}

awaitable<http_session::after> http_session::finish(response made, exchange* of, request_head const& head,
                                                    bool keep_alive) {
  x_on->numbers().count_request(of == nullptr ? route::asset : of->where.to, made.status);
  auto const has_more_body = of == nullptr || !of->is_complete;
  auto const goes_on = keep_alive && !made.close && !has_more_body && !x_aborted && !x_on->is_stopping();
  auto const text = render_head(made, goes_on, x_on->parts().time.now());
  auto const without_body = head.method == "HEAD" || made.status == 304 || made.status == 204;
  auto const body = made.fixed_body.empty() ? std::string_view(made.body) : made.fixed_body;
  auto sent = co_await x_connection.write(text, without_body || made.file.bytes ? std::string_view{} : body);
  if (sent && made.file.bytes && !without_body) sent = co_await send_file(*of, std::move(made.file));
  if (!sent) co_return after::end;
  if (goes_on) co_return after::next_request;
  co_await x_connection.linger();
  co_return after::end;
}

awaitable<void> run_session(std::shared_ptr<http_session> session) { co_await session->serve(); }

}  // namespace

void serve_http(tcp::socket socket, std::shared_ptr<shard_context> on) {
  auto const executor = on->shard.executor();
  runtime::spawn(executor, run_session(std::make_shared<http_session>(std::move(socket), std::move(on))), "http");
}

}  // namespace dais::gateway
