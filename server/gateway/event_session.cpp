#include "server/gateway/event_session.hpp"

#include "server/gateway/credentials.hpp"
#include "server/gateway/exchange.hpp"
#include "server/gateway/text.hpp"

#include "protocol/limits.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace dais::gateway {

using boost::asio::awaitable;
using boost::asio::ip::tcp;
using nlohmann::json;

namespace {

constexpr std::string_view data = "data: ";

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (;;) {
    auto const end = std::min(text.find(at), text.size());
    parts.emplace_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

bool read_numbers(std::string_view text, std::vector<followed_topic>& into) {
  if (text.empty()) return true;
  auto const numbers = split(text, ',');
  if (numbers.size() != into.size()) return false;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == "-" || numbers[i].empty()) continue;
    into[i].seq = whole_number(numbers[i]);
    if (!into[i].seq) return false;
  }
  return true;
}

int status_of(json const& error) {
  json::json_pointer const path("/data/code");
  auto const at = error.is_object() && error.contains(path) && error[path].is_string() ? error[path].get<std::string>()
                                                                                       : std::string{};
  if (at == "forbidden") return 403;
  if (at == "signed_out") return 401;
  if (at == "not_found" || at == "unknown_topic") return 404;
  if (at == "too_many_requests") return 429;
  return at == "internal" ? 500 : 400;
}

}  // namespace

std::optional<event_request> parse_event_request(std::string_view query, std::string_view last_event_id) {
  event_request asked{.meeting = query_value(query, "meeting").value_or(""),
                      .epoch = query_value(query, "epoch").value_or("")};
  for (auto& name : split(query_value(query, "topics").value_or(""), ',')) {
    if (name.empty()) return std::nullopt;
    asked.topics.push_back({.name = std::move(name)});
  }
  if (asked.topics.size() > protocol::limits::topics_per_connection) return std::nullopt;
  auto numbers = query_value(query, "since").value_or("");
  if (auto const colon = last_event_id.rfind(':'); colon != std::string_view::npos) {
    asked.epoch = last_event_id.substr(0, colon);
    numbers = last_event_id.substr(colon + 1);
  }
  if (!read_numbers(numbers, asked.topics)) return std::nullopt;
  return asked;
}

std::string subscribe_request(event_request const& asked) {
  auto params = json::object();
  if (!asked.meeting.empty()) params["meeting"] = asked.meeting;
  auto& topics = params["topics"] = json::object();
  for (auto const& topic : asked.topics) {
    auto& position = topics[topic.name] = json::object();
    position["since"] = topic.seq.value_or(0);
    if (topic.seq && !asked.epoch.empty()) position["epoch"] = asked.epoch;
  }
  json const request{{"jsonrpc", "2.0"}, {"id", 1}, {"method", "subscribe"}, {"params", params}};
  return request.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string event_id(std::string_view epoch, std::vector<followed_topic> const& topics) {
  auto text = std::string(epoch) + ':';
  for (auto const& topic : topics) {
    text += topic.seq ? std::to_string(*topic.seq) : "-";
    text += ',';
  }
  text.pop_back();
  return text;
}

event_session::event_session(std::shared_ptr<shard_context> on, event_request asked)
    : live_session(on, hub::outbox::framing::event_stream, on->numbers().event_streams), x_asked(std::move(asked)) {}

void event_session::begin(tcp::socket socket, std::string epoch, std::string_view result) {
  x_asked.epoch = std::move(epoch);
  push_reply(result, "retry: 2000\nevent: subscribed\ndata: ");
  live_session::begin(std::move(socket));
}

std::string event_session::close_bytes(std::uint16_t code, std::string_view reason) {
  return "event: close\ndata: {\"code\":" + std::to_string(code) + ",\"reason\":" + json_text(reason) + "}\n\n";
}

std::string event_session::prefix_of(hub::frame const& message) {
  auto const kind = message.kind();
  if (kind != hub::frame_kind::snapshot && kind != hub::frame_kind::patch) return std::string(data);
  auto const found = std::ranges::find(x_asked.topics, message.topic_name(), &followed_topic::name);
  if (found == x_asked.topics.end()) return std::string(data);
  found->seq = message.seq();
  found->number = message.topic();
  return "id: " + event_id(x_asked.epoch, x_asked.topics) + '\n' + std::string(data);
}

void event_session::lost_messages() {
  for (auto& topic : x_asked.topics) {
    if (std::ranges::find(box().stale(), topic.number) != box().stale().end()) topic.seq.reset();
  }
}

void event_session::peer_is_silent() { push_control(hub::outbox::control::ping, ":\n\n"); }

awaitable<std::optional<response>> open_events(exchange& of) {
  auto const& headers = of.head().headers;
  if (is_foreign_origin(headers, of.chosen().origins)) {
    co_return refused(403, "foreign_origin", "This request does not come from our own pages.");
  }
  auto refusal = co_await authenticate(of);
  if (refusal) co_return std::move(*refusal);
  if (of.was_signed_out) co_return refused(401, "signed_out", "Sign in again.");
  auto asked = parse_event_request(of.target.query, headers.get("Last-Event-ID"));
  if (!asked) {
    co_return refused({.status = 400,
                       .code = "wrong_format",
                       .message = "Name the topics, and as many numbers in since as topics.",
                       .field = "topics"});
  }
  auto request = subscribe_request(*asked);
  auto const session = std::make_shared<event_session>(of.on, std::move(*asked));
  auto reply = co_await ask<std::optional<std::string>>(
      of.executor(), of.deadlines().answer, [&](done<std::optional<std::string>> then) {
        of.on->port.call({.who = of.who, .connection = session}, std::move(request), std::move(then));
      });
  auto const parsed = reply && *reply ? json::parse(**reply, nullptr, false) : json();
  if (!parsed.is_object() || !parsed.contains("result")) {
    session->give_up();
    if (!parsed.is_object() || !parsed.contains("error")) co_return no_answer();
    co_return json_response(status_of(parsed["error"]), std::move(**reply));
  }
  response opened{.until_close = true};
  opened.set("Content-Type", "text/event-stream");
  opened.set("Cache-Control", "no-store");
  opened.set("X-Accel-Buffering", "no");
  auto const head = render_head(opened, false, of.on->parts().time.now());
  auto const sent = co_await of.connection.write(head);
  if (!sent) {
    session->give_up();
    co_return std::nullopt;
  }
  of.on->numbers().count_request(of.where.to, 200);
  auto const& result = parsed["result"];
  auto const has_epoch = result.is_object() && result.contains("epoch") && result["epoch"].is_string();
  auto epoch = has_epoch ? result["epoch"].get<std::string>() : std::string{};
  session->begin(of.connection.release(), std::move(epoch), result.dump());
  co_return std::nullopt;
}

}  // namespace dais::gateway
