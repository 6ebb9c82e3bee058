#include "tests/scenario/play.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <stdexcept>

#include "protocol/codec.hpp"
#include "tests/scenario/stage.hpp"

namespace dais::scenario {
namespace {

using protocol::json;

struct broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Whether `whole` says everything that `part` says: objects may say more, lists may not.
bool says(json const& whole, json const& part) {
  if (part.is_object() && whole.is_object())
    return std::ranges::all_of(part.items(), [&](auto const& each) {
      return whole.contains(each.key()) && says(whole[each.key()], each.value());
    });
  if (part.is_array() && whole.is_array())
    return std::ranges::equal(whole, part, [](json const& left, json const& right) { return says(left, right); });
  return whole == part;
}

class player {
public:
  void run(step const& of) {
    std::string rest = of.rest;
    if (of.word == "clock") return set_clock(rest);
    if (of.word == "acting") return act(rest);
    if (of.word == "given") return given(rest);
    if (of.word == "when") return when(rest);
    if (of.word == "then") return then(rest);
    throw broken("a step begins with clock, acting, given, when or then, not with \"" + of.word + "\"");
  }

  void finish() {
    if (x_given == 0) throw broken("the scenario checks nothing: it has no \"then\"");
    finish_events();
    if (x_stage.state() != x_stage.replayed(false)) throw broken("the events alone lead to another state");
    if (x_stage.state() != x_stage.replayed(true)) throw broken("without the forgotten the events lead elsewhere");
  }

private:
  void set_clock(std::string const& text) {
    auto const now = protocol::parse_instant(text);
    if (!now) throw broken("no instant: " + text);
    x_stage.set_clock(*now);
  }

  /// acting secretariat | acting focal_point FRA | acting committee named ana
  void act(std::string text) {
    json grant = {{"role", take_word(text)}};
    std::string account = "somebody";
    if (auto const named = text.find("named "); named != std::string::npos) {
      account = text.substr(named + 6);
      text.resize(named == 0 ? 0 : named - 1);
    }
    if (!text.empty()) grant["delegation"] = text;
    auto const role = protocol::decode<protocol::role_grant>(grant);
    if (!role) throw broken(role.error().problems.front().words);
    x_stage.act_as({protocol::account_id{account}, {*role}});
  }

  void given(std::string text) {
    std::string name;
    if (auto const equals = text.find(" = "); equals < text.find('{')) {
      name = text.substr(0, equals);
      text = text.substr(equals + 3);
    }
    auto const done = give(text);
    if (!done) throw broken("refused: " + protocol::encode(done.error().problems).dump());
    if (!name.empty()) x_named[name] = done->answer;
  }

  void when(std::string const& text) {
    finish_events();
    x_before = x_stage.state();
    x_outcome = give(text);
    x_events = x_problems = 0;
    x_named["answer"] = *x_outcome ? (*x_outcome)->answer : json(nullptr);
  }

  void then(std::string text) {
    if (!x_outcome) throw broken("\"then\" before any \"when\"");
    ++x_given;
    auto const word = take_word(text);
    if (word == "refused") return refused(text);
    if (word == "state") return state(text);
    if (!*x_outcome) throw broken("refused: " + protocol::encode(x_outcome->error().problems).dump());
    auto const& events = (*x_outcome)->events;
    if (word == "event") return event(text);
    if (word == "answer") return compare((*x_outcome)->answer, read(text), "the answer");
    if (word == "nothing" && text == "happens") {
      if (!events.empty()) throw broken("this happened: " + json(events).dump());
      return;
    }
    throw broken("after \"then\" stands refused, state, event, answer or \"nothing happens\", not " + word);
  }

  /// then refused <code> at <path>; where several are given, the problems are these, in this order.
  void refused(std::string text) {
    if (*x_outcome) throw broken("it was accepted: " + json((*x_outcome)->events).dump());
    auto const& problems = x_outcome->error().problems;
    if (x_problems >= problems.size()) throw broken("there is no further problem");
    auto const& problem = problems[x_problems++];
    auto const code = take_word(text);
    if (take_word(text) != "at") throw broken("say: refused <code> at <path>");
    auto const path = take_word(text);
    if (protocol::encode(problem.code) != code || (problem.path.empty() ? "/" : problem.path) != path)
      throw broken("refused otherwise: " + protocol::encode(problem).dump());
    if (problem.words.size() < 20 || !problem.words.ends_with('.'))
      throw broken("the refusal says no sentence: " + problem.words);
    if (!text.empty()) compare(protocol::encode(problem.values), read(text), "values");
    if (x_stage.state() != x_before) throw broken("something changed although it was refused");
  }

  /// then event <type> <data>; where any is given, the events are these, in this order.
  void event(std::string text) {
    auto const& events = (*x_outcome)->events;
    if (x_events >= events.size()) throw broken("nothing more happened than: " + json(events).dump());
    auto const& happened = events[x_events++];
    auto const type = take_word(text);
    if (happened["type"] != type) throw broken("this happened instead: " + happened.dump());
    if (!text.empty()) compare(happened["data"], read(text), "the event");
  }

  void finish_events() {
    if (!x_outcome) return;
    if (*x_outcome && x_events > 0 && x_events < (*x_outcome)->events.size())
      throw broken("this happened too: " + (*x_outcome)->events[x_events].dump());
    if (!*x_outcome && x_problems < x_outcome->error().problems.size())
      throw broken("this is wrong too: " + protocol::encode(x_outcome->error().problems[x_problems]).dump());
  }

  /// then state <pointer> <value>, or "absent".
  void state(std::string text) {
    auto const pointer = json::json_pointer(fill_in(take_word(text)));
    auto const now = x_stage.state();
    bool const there = now.contains(pointer);
    if (text == "absent") {
      if (there && !now[pointer].is_null()) throw broken("there is " + now[pointer].dump());
      return;
    }
    if (!there) throw broken("nothing stands at " + pointer.to_string());
    compare(now[pointer], read(text), pointer.to_string());
  }

  static void compare(json const& found, json const& expected, std::string const& what) {
    if (!says(found, expected)) throw broken(what + " is " + found.dump() + ", not " + expected.dump());
  }

  protocol::result<outcome> give(std::string text) {
    auto const method = take_word(text);
    return x_stage.give(method, read(text));
  }

  json read(std::string const& text) const {
    auto const filled = fill_in(text, true);
    auto out = json::parse(filled.empty() ? "{}" : filled, nullptr, false);
    if (out.is_discarded()) throw broken("no JSON: " + filled);
    return out;
  }

  /// Puts values in the place of $/pointer (into the state) and $name/pointer (into the answer of that name).
  std::string fill_in(std::string const& text, bool quoted = false) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      auto const next = i + 1 < text.size() ? text[i + 1] : ' ';
      if (text[i] != '$' || (next != '/' && (next < 'a' || next > 'z'))) {
        out += text[i];
        continue;
      }
      auto const slash = text.find('/', i);
      auto const end = std::min(text.find_first_of(" ,}]\"", i), text.size());
      auto const stop = quoted || slash == i + 1 ? end : std::min(end, text.find('/', slash + 1));
      auto const name = text.substr(i + 1, slash - i - 1);
      auto const pointer = json::json_pointer(text.substr(slash, stop - slash));
      auto const& source = name.empty() ? x_stage.state() : x_named.at(name);
      if (!source.contains(pointer)) throw broken("nothing stands at $" + name + pointer.to_string());
      out += !quoted && source[pointer].is_string() ? source[pointer].get<std::string>() : source[pointer].dump();
      i = stop - 1;
    }
    return out;
  }

  stage x_stage;
  std::map<std::string, json> x_named;
  json x_before;
  std::optional<protocol::result<outcome>> x_outcome;
  std::size_t x_events = 0, x_problems = 0;
  int x_given = 0;
};

}  // namespace

std::string play(script const& of) {
  player plays;
  std::string where = of.file + ": " + of.title;
  try {
    for (auto const& each : of.steps) {
      where = of.file + ":" + std::to_string(each.line);
      plays.run(each);
    }
    plays.finish();
  } catch (std::exception const& error) {
    return where + ": " + error.what();
  }
  return "";
}

}  // namespace dais::scenario
