#include "server/allocation/read_policy.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dais::allocation {
namespace {

/// What an applicant has besides attributes, and no condition can ask for.
constexpr std::array<std::string_view, 4> not_attributes{"id", "status", "granted", "packages"};

/// One of two words.
bool read_either(json const& from, decoding& out, std::string const& one, std::string const& other) {
  auto const word = protocol::read_as<std::string>(from, out);
  if (from.is_string() && word != one && word != other) protocol::detail::report_unknown_value(word, {one, other}, out);
  return word != other;
}

/// A list of named things; `read(fields, made)` reads what each has besides its id.
template <class Thing, class Read>
std::vector<Thing> read_named(json const& from, decoding& out, std::size_t most, Read&& read) {
  std::vector<Thing> made;
  if (from.is_array() && from.size() > most) {
    out.report(error_code::too_large, "Give at most " + std::to_string(most) + " of these.",
               {{"max", std::to_string(most)}});
    return made;
  }
  distinct_names ids;
  each_element(from, out, [&](json const& each) {
    auto& next = made.emplace_back();
    field_reader fields(each, out);
    fields.required("id", [&](json const& id) { next.id = ids.read(id, out); });
    fields.required("who", [&](json const& who) { next.who = read_condition(who, out); });
    read(fields, next);
    fields.no_others();
  });
  return made;
}

void read_floor(field_reader& fields, reserve& into, decoding& out) {
  bool count = true;
  fields.required("kind", [&](json const& kind) { count = read_either(kind, out, "count", "share"); });
  if (count) {
    auto& seats = into.floor.emplace<count_floor>().seats;
    fields.required("value", [&](json const& value) { seats = read_number(value, out, 0, most::seats); });
    return;
  }
  auto& share = into.floor.emplace<share_floor>();
  fields.required("den", [&](json const& den) { share.den = read_number(den, out, 1, most::seats); });
  // A share is at most everybody.
  fields.required("num", [&](json const& num) { share.num = read_number(num, out, 0, share.den); });
}

state_cap read_state_cap(json const& from, decoding& out) {
  state_cap made;
  field_reader fields(from, out);
  fields.required("default", [&](json const& usual) { made.usual = read_number(usual, out, 0, most::seats); });
  fields.optional("overrides", [&](json const& overrides) {
    field_reader(overrides, out).others([&](std::string const& delegation, json const& own) {
      made.overrides[delegation] = read_number(own, out, 0, most::seats);
    });
  });
  fields.no_others();
  return made;
}

void read_gate_name(gate const& each, decoding& out) {
  if (each.id == "WITHDRAWN")
    out.at("id", [&] {
      out.report(error_code::already_there,
                 "WITHDRAWN says that an application was withdrawn; name the gate otherwise.");
    });
}

}  // namespace

attribute read_attribute(json const& from, decoding& out) {
  if (from.is_boolean()) return from.get<bool>();
  if (from.is_string()) return from.get<std::string>();
  if (from.is_number_integer()) return read_number(from, out, INT64_MIN, INT64_MAX);
  out.report(error_code::wrong_type, "Give true or false, a whole number, or a text here.");
  return false;
}

condition read_condition(json const& from, decoding& out) {
  condition made;
  field_reader(from, out).others([&](std::string const& name, json const& value) {
    if (std::ranges::find(not_attributes, name) != not_attributes.end())
      return out.report(error_code::unknown_value,
                        "\"" + name + "\" is no attribute; ask for one that describes the applicant.");
    auto& next = made.emplace_back(test{name, {}});
    if (!value.is_array()) return next.any_of.push_back(read_attribute(value, out));
    if (value.empty())
      return out.report(error_code::too_short, "Nobody has one of no values; give at least one, or take this out.");
    each_element(value, out, [&](json const& each) { next.any_of.push_back(read_attribute(each, out)); });
  });
  return made;
}

policy read_policy(json const& from, decoding& out) {
  policy made;
  field_reader fields(from, out);
  fields.required("seed", [&](json const& seed) { made.seed = read_text(seed, out); });
  fields.required("contingency_bp", [&](json const& part) { made.contingency_bp = read_number(part, out, 0, 10'000); });
  fields.required("rounds", [&](json const& rounds) { made.rounds = read_flag(rounds, out); });
  fields.required("precedence", [&](json const& word) {
    made.precedence = read_either(word, out, "reserves", "breadth") ? precedence::reserves : precedence::breadth;
  });
  fields.required("release", [&](json const& word) {
    made.release = read_either(word, out, "exhausted", "unpayable") ? release::exhausted : release::unpayable;
  });
  fields.required("points", [&](json const& table) {
    made.points = read_named<points_line>(table, out, most::points_lines, [&](field_reader& line, points_line& into) {
      line.required("pts", [&](json const& pts) { into.points = read_number(pts, out, -most::points, most::points); });
    });
  });
  fields.required("state_cap", [&](json const& cap) { made.state_cap = read_state_cap(cap, out); });
  fields.required("reserves", [&](json const& list) {
    made.reserves = read_named<reserve>(list, out, most::groups,
                                        [&](field_reader& each, reserve& into) { read_floor(each, into, out); });
  });
  fields.required("caps", [&](json const& list) {
    made.caps = read_named<ceiling>(list, out, most::groups, [&](field_reader& each, ceiling& into) {
      each.required("value", [&](json const& value) { into.value = read_number(value, out, 0, most::seats); });
    });
  });
  fields.required("gates", [&](json const& list) {
    made.gates =
        read_named<gate>(list, out, most::groups, [&](field_reader&, gate const& each) { read_gate_name(each, out); });
  });
  fields.no_others();
  return made;
}

}  // namespace dais::allocation
