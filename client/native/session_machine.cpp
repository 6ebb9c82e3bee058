#include "client/native/session_machine.hpp"

#include <utility>
#include <vector>

#include "client/native/rpc_answer.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "protocol/live.hpp"

namespace dais::native {

using protocol::error_code;
using protocol::json;

namespace {

constexpr std::size_t longest_message = 64 * 1'048'576;
constexpr int most_hash_attempts = 4;
constexpr session_machine::time hash_pause{500};

}  // namespace

void session_machine::start() { say(step::connect{.after = {}}); }

void session_machine::connected(time now) {
  x_connected = true;
  x_closing = x_pinged = false;
  x_now = x_heard = now;
  say(step::health{.connected = true, .writable = x_writable, .why = {}});
  for (auto const& [topic, mirror] : x_topics) send_subscribe(topic);
  send_calls();
}

void session_machine::received(std::string_view text, time now) {
  if (!x_connected || x_closing) return;
  x_now = x_heard = now;
  x_pinged = false;
  x_backoff.reset();
  auto message = protocol::parse(text, longest_message);
  if (!message || !message->is_object()) return give_up("The server sent what is no message.");
  auto const method = message->find("method");
  if (method == message->end()) {
    auto const id = message->find("id");
    if (id == message->end() || !id->is_number_integer()) return;
    return take_answer(id->get<call_number>(), read_answer(*message));
  }
  auto const params = message->find("params");
  if (!method->is_string() || params == message->end() || !params->is_object())
    return give_up("The server sent what is no notification.");
  take_notification(method->get<std::string>(), *params);
}

void session_machine::disconnected(std::optional<int> close_code, std::string_view reason) {
  if (x_ended) return;
  bool const was_connected = std::exchange(x_connected, false);
  x_subscriptions.clear();
  x_checks.clear();
  x_later_checks.clear();
  x_in_flight = 0;
  for (auto& [number, one] : x_calls) one.in_flight = false;
  if (was_connected || !reason.empty())
    say(step::health{.connected = false, .writable = x_writable, .why = std::string(reason)});
  if (close_code && !may_come_back(*close_code)) {
    auto const how = *close_code == 4501   ? ending::signed_out
                     : *close_code == 4502 ? ending::rights_changed
                                           : ending::refused;
    return end(how, std::string(reason));
  }
  auto delay = x_backoff.next();
  if (close_code && *close_code >= 4000 && *close_code <= 4499)
    if (auto const asked = delay_in(reason); asked.count() >= 0) delay = asked;
  say(step::connect{.after = delay});
}

void session_machine::not_upgraded(int status) {
  if (status == 401) return end(ending::signed_out, "Sign in first.");
  if (status == 403) return end(ending::refused, "The server does not let this account in.");
  if (status >= 400 && status < 500 && status != 408 && status != 429)
    return end(ending::not_a_server, "There is no Dais server at this address.");
  disconnected(std::nullopt, "The server answered with status " + std::to_string(status) + ".");
}

void session_machine::tick(time now) {
  x_now = now;
  if (!x_connected || x_closing) return;
  if (now - x_heard >= dead_after) return give_up("The server has been silent for too long.");
  if (now - x_heard >= ping_after && !x_pinged) {
    x_pinged = true;
    send(json(nullptr), "ping", std::nullopt, json::object());
  }
  while (!x_later_checks.empty() && x_later_checks.front().first <= now) {
    auto const check = x_later_checks.front().second;
    x_later_checks.pop_front();
    send_check(check);
  }
}

void session_machine::follow(topic_key topic) {
  auto const [entry, is_new] = x_topics.try_emplace(std::move(topic));
  if (is_new && x_connected) send_subscribe(entry->first);
}

void session_machine::unfollow(topic_key const& topic) {
  if (x_topics.erase(topic) == 0) return;
  std::erase_if(x_subscriptions, [&](auto const& one) { return one.second == topic; });
  if (x_connected) send(++x_last_number, "unsubscribe", topic.meeting, {{"topics", json::array({topic.name})}});
}

call_number session_machine::make(call what) {
  auto const number = ++x_last_number;
  if (x_ended || x_calls.size() >= most_calls) {
    auto const code = x_ended ? error_code::signed_out : error_code::too_many_requests;
    say(step::answered{number, protocol::reject(code, "", "The session cannot take this call.")});
    return number;
  }
  x_calls.emplace(number, waiting_call{.what = std::move(what)});
  if (x_connected) send_calls();
  return number;
}

void session_machine::check(topic_key const& topic) {
  if (x_connected) send_check({.topic = topic});
}

topic_mirror const* session_machine::mirror(topic_key const& topic) const {
  auto const found = x_topics.find(topic);
  return found == x_topics.end() ? nullptr : &found->second;
}

bool session_machine::was_sent(call_number number) const {
  auto const found = x_calls.find(number);
  return found != x_calls.end() && found->second.was_sent;
}

std::optional<next_step> session_machine::take() {
  if (x_steps.empty()) return std::nullopt;
  auto step = std::move(x_steps.front());
  x_steps.pop_front();
  return step;
}

void session_machine::send(json const& id, std::string_view method, std::optional<protocol::meeting_id> const& meeting,
                           json params) {
  if (meeting) params["meeting"] = meeting->value;
  say(step::send{protocol::canonical({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}})});
}

void session_machine::send_subscribe(topic_key const& topic) {
  auto const number = ++x_last_number;
  x_subscriptions.emplace(number, topic);
  send(number, "subscribe", topic.meeting,
       {{"topics", {{topic.name, protocol::encode(x_topics.at(topic).position())}}}});
}

void session_machine::send_check(hash_check check) {
  auto const found = x_topics.find(check.topic);
  if (found == x_topics.end() || !found->second.has_state()) return;
  ++check.attempts;
  auto const number = ++x_last_number;
  send(number, "hash", check.topic.meeting, {{"topic", check.topic.name}});
  x_checks.emplace(number, std::move(check));
}

void session_machine::send_calls() {
  if (x_closing) return;
  for (auto& [number, one] : x_calls) {
    if (x_in_flight >= protocol::limits::commands_in_flight) return;
    if (one.in_flight) continue;
    one.in_flight = one.was_sent = true;
    ++x_in_flight;
    auto params = one.what.params;
    if (one.what.command) params["command_id"] = one.what.command->value;
    send(number, one.what.method, one.what.meeting, std::move(params));
  }
}

void session_machine::give_up(std::string why) {
  x_closing = true;
  say(step::disconnect{std::move(why)});
}

void session_machine::end(ending how, std::string words) {
  x_ended = true;
  x_connected = false;
  for (auto const& [number, one] : std::exchange(x_calls, {}))
    say(step::answered{
        number,
        protocol::reject(how == ending::signed_out ? error_code::signed_out : error_code::forbidden, "", words)});
  say(step::ended{how, std::move(words)});
}

void session_machine::restart(topic_key const& topic) {
  x_topics.at(topic).start_over();
  for (auto const& [number, waits] : x_subscriptions)
    if (waits == topic) return;
  send_subscribe(topic);
}

void session_machine::after(topic_key const& topic, topic_mirror::outcome outcome) {
  if (outcome == topic_mirror::outcome::changed) say(step::changed{topic});
  if (outcome == topic_mirror::outcome::gap) restart(topic);
}

void session_machine::take_notification(std::string const& method, json const& params) {
  auto const unreadable = [&] { give_up("The server sent a " + method + " that cannot be read."); };
  if (method == "heartbeat") return take_heartbeat(params);
  if (method == "snapshot") {
    auto snapshot = protocol::decode<protocol::live::snapshot>(params);
    if (!snapshot) return unreadable();
    topic_key const topic{snapshot->meeting, snapshot->topic};
    if (auto const found = x_topics.find(topic); found != x_topics.end())
      after(topic, found->second.take(std::move(*snapshot)));
  } else if (method == "patch") {
    auto const patch = protocol::decode<protocol::live::patch>(params);
    if (!patch) return unreadable();
    topic_key const topic{patch->meeting, patch->topic};
    if (auto const found = x_topics.find(topic); found != x_topics.end()) after(topic, found->second.take(*patch));
  }
}

void session_machine::take_heartbeat(json const& params) {
  auto const beat = protocol::decode<protocol::live::heartbeat>(params);
  if (!beat) return give_up("The server sent a heartbeat that cannot be read.");
  if (beat->writable != x_writable) {
    x_writable = beat->writable;
    say(step::health{.connected = true, .writable = x_writable, .why = {}});
  }
  std::vector<topic_key> gaps;
  for (auto const& [topic, mirror] : x_topics)
    if (topic.meeting == beat->meeting && mirror.heard_of(beat->seq) == topic_mirror::outcome::gap)
      gaps.push_back(topic);
  for (auto const& topic : gaps) restart(topic);
}

void session_machine::take_answer(call_number id, protocol::result<json> answer) {
  if (auto const found = x_calls.find(id); found != x_calls.end()) {
    if (found->second.in_flight) --x_in_flight;
    x_calls.erase(found);
    say(step::answered{id, std::move(answer)});
    return send_calls();
  }
  if (auto const found = x_subscriptions.find(id); found != x_subscriptions.end()) {
    auto const topic = found->second;
    x_subscriptions.erase(found);
    if (!answer) {
      x_topics.erase(topic);
      return say(step::not_followed{topic, std::move(answer.error())});
    }
    auto const mirror = x_topics.find(topic);
    if (auto const read = protocol::decode<protocol::live::subscribed>(*answer); read && mirror != x_topics.end())
      mirror->second.subscribed(*read);
    return;
  }
  if (auto const found = x_checks.find(id); found != x_checks.end()) {
    auto check = std::move(found->second);
    x_checks.erase(found);
    take_hash(std::move(check), answer);
  }
}

void session_machine::take_hash(hash_check check, protocol::result<json> const& answer) {
  auto const topic = x_topics.find(check.topic);
  if (topic == x_topics.end() || !answer) return;
  auto const theirs = protocol::decode<protocol::live::topic_hash>(*answer);
  bool const is_same = theirs && topic->second.has_state() && theirs->sha256 == topic->second.hash();
  if (is_same) return say(step::checked{check.topic, true});
  // A change may be on its way to us while the hash speaks of it, or the other way round: ask again before alarming.
  if (check.attempts < most_hash_attempts) {
    x_later_checks.emplace_back(x_now + hash_pause, std::move(check));
    return;
  }
  say(step::checked{check.topic, false});
  restart(check.topic);
}

}  // namespace dais::native
