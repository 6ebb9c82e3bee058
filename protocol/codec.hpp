#pragma once
// Described structs ↔ JSON, and their JSON Schema: one definition of every message (`BOOST_DESCRIBE_STRUCT`).
//
// An optional member may be absent; every other member must be there; a member that the struct does not have is
// refused. Decoding reports up to limits::problems problems, each with the JSON Pointer of the field at fault.

#include <array>
#include <concepts>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <boost/describe/bases.hpp>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/limits.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {

/// Collects the problems of one decoding, and knows the path of the value at hand.
class decoding {
public:
  void report(error_code code, std::string words, std::map<std::string, std::string> values = {});
  bool good() const { return found_.problems.empty(); }
  rejection take() { return std::move(found_); }

  /// Runs `body` with `step` at the end of the path.
  template <class Body>
  void at(std::string_view step, Body&& body) {
    std::size_t const length = path_.size();
    path_ += '/';
    for (char const c : step) c == '~' ? path_ += "~0" : c == '/' ? path_ += "~1" : path_ += c;
    body();
    path_.resize(length);
  }

private:
  std::string path_;
  rejection found_;
};

/// JSON Schema of every named type met so far, by its name.
using schema_definitions = std::map<std::string, json>;

/// How a T is read, written and described: `void read(json const&, T&, decoding&)`, `json write(T const&)`,
/// `json schema(schema_definitions&)`. Specialized below for each shape of value.
template <class T>
struct codec;

template <class T>
T read_as(json const& in, decoding& out) {
  T value{};
  codec<T>::read(in, value, out);
  return value;
}

template <class T>
result<T> decode(json const& in) {
  decoding progress;
  T value = read_as<T>(in, progress);
  if (!progress.good()) return std::unexpected(progress.take());
  return value;
}

template <class T>
json encode(T const& value) {
  return codec<T>::write(value);
}

/// The unqualified name of a described struct or enum, as its schema and its TypeScript type are called; names below a
/// namespace of `dais::protocol` carry it in front: `agenda::open` is "agenda_open".
template <class T>
std::string type_name();

namespace detail {

std::string schema_name(std::string_view pretty_function);
bool read_string(json const& in, decoding& out);
void check_text(std::string const& value, std::size_t min, std::size_t max, decoding& out);
void report_unknown_value(std::string const& value, std::vector<std::string> const& allowed, decoding& out);

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
using members_of = boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>;

template <class T>
void read_members(json const& in, T& value, decoding& out) {
  boost::mp11::mp_for_each<members_of<T>>([&](auto member) {
    using member_type = std::remove_cvref_t<decltype(value.*member.pointer)>;
    auto const found = in.find(member.name);
    if (found == in.end()) {
      if constexpr (!is_optional<member_type>)
        out.at(member.name,
               [&] { out.report(error_code::missing_field, std::string("Give the field \"") + member.name + "\"."); });
      return;
    }
    out.at(member.name, [&] { codec<member_type>::read(*found, value.*member.pointer, out); });
  });
}

template <class T>
void refuse_unknown(json const& in, decoding& out) {
  for (auto const& [key, ignored] : in.items()) {
    bool known = false;
    boost::mp11::mp_for_each<members_of<T>>([&](auto member) { known = known || key == member.name; });
    if (!known)
      out.at(key, [&] {
        out.report(error_code::unknown_field, "There is no field \"" + key.substr(0, 80) + "\" here; take it out.");
      });
  }
}

}  // namespace detail

template <class T>
std::string type_name() {
  return detail::schema_name(__PRETTY_FUNCTION__);
}

template <class T>
concept described_struct = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;
template <class T>
concept described_enum = std::is_enum_v<T> && boost::describe::has_describe_enumerators<T>::value;

template <described_struct T>
struct codec<T> {
  static void read(json const& in, T& value, decoding& out) {
    if (!in.is_object()) return out.report(error_code::wrong_type, "Give an object here.");
    detail::read_members(in, value, out);
    detail::refuse_unknown<T>(in, out);
  }
  static json write(T const& value) {
    json out = json::object();
    boost::mp11::mp_for_each<detail::members_of<T>>([&](auto member) {
      auto const& field = value.*member.pointer;
      using member_type = std::remove_cvref_t<decltype(field)>;
      if constexpr (detail::is_optional<member_type>) {
        if (field) out[member.name] = encode(*field);
      } else {
        out[member.name] = encode(field);
      }
    });
    return out;
  }
  static json schema(schema_definitions& all) {
    std::string const name = type_name<T>();
    if (!all.contains(name)) {
      all[name] = json::object();
      json properties = json::object(), required = json::array();
      boost::mp11::mp_for_each<detail::members_of<T>>([&](auto member) {
        using member_type = std::remove_cvref_t<decltype(std::declval<T&>().*member.pointer)>;
        properties[member.name] = codec<member_type>::schema(all);
        if (!detail::is_optional<member_type>) required.push_back(member.name);
      });
      json object = {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
      if (!required.empty()) object["required"] = required;
      all[name] = std::move(object);
    }
    return {{"$ref", "#/$defs/" + name}};
  }
};

template <described_enum T>
struct codec<T> {
  static std::vector<std::string> names() {
    std::vector<std::string> out;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>([&](auto each) { out.emplace_back(each.name); });
    return out;
  }
  static void read(json const& in, T& value, decoding& out) {
    if (!detail::read_string(in, out)) return;
    auto const& spelled = in.get_ref<std::string const&>();
    if (!boost::describe::enum_from_string(spelled.c_str(), value) || spelled.find('\0') != std::string::npos)
      detail::report_unknown_value(spelled, names(), out);
  }
  static json write(T value) { return boost::describe::enum_to_string(value, "?"); }
  static json schema(schema_definitions& all) {
    std::string const name = type_name<T>();
    all[name] = {{"type", "string"}, {"enum", names()}};
    return {{"$ref", "#/$defs/" + name}};
  }
};

template <>
struct codec<bool> {
  static void read(json const& in, bool& value, decoding& out) {
    if (!in.is_boolean()) return out.report(error_code::wrong_type, "Give true or false here.");
    value = in.get<bool>();
  }
  static json write(bool value) { return value; }
  static json schema(schema_definitions&) { return {{"type", "boolean"}}; }
};

template <>
struct codec<std::int64_t> {
  static void read(json const& in, std::int64_t& value, decoding& out);
  static json write(std::int64_t value) { return value; }
  static json schema(schema_definitions&) { return {{"type", "integer"}}; }
};

template <>
struct codec<std::string> {
  static void read(json const& in, std::string& value, decoding& out) {
    if (detail::read_string(in, out)) value = in.get<std::string>();
  }
  static json write(std::string const& value) { return value; }
  static json schema(schema_definitions&) { return {{"type", "string"}}; }
};

template <>
struct codec<json> {
  static void read(json const& in, json& value, decoding&) { value = in; }
  static json write(json const& value) { return value; }
  static json schema(schema_definitions&) { return json::object(); }
};

template <>
struct codec<centimes> {
  static void read(json const& in, centimes& value, decoding& out);
  static json write(centimes value) { return value.value; }
  static json schema(schema_definitions&) {
    return {{"type", "integer"},
            {"minimum", 0},
            {"maximum", 100'000'000'000},
            {"description", "hundredths of the currency"}};
  }
};

template <std::size_t Min, std::size_t Max>
struct codec<text<Min, Max>> {
  static void read(json const& in, text<Min, Max>& value, decoding& out) {
    if (!detail::read_string(in, out)) return;
    value.value = in.get<std::string>();
    detail::check_text(value.value, Min, Max, out);
  }
  static json write(text<Min, Max> const& value) { return value.value; }
  static json schema(schema_definitions&) { return {{"type", "string"}, {"minLength", Min}, {"maxLength", Max}}; }
};

/// A string type with one rule for its spelling: `good` says whether it holds, `words` how to spell it.
template <class T, bool (*Good)(std::string_view)>
struct string_codec {
  static void read_string(json const& in, T& value, decoding& out, error_code code, char const* words) {
    if (!detail::read_string(in, out)) return;
    value.value = in.get<std::string>();
    if (!Good(value.value)) out.report(code, words);
  }
  static json write(T const& value) { return value.value; }
};

template <class Tag>
struct codec<id<Tag>> : string_codec<id<Tag>, valid_id> {
  static void read(json const& in, id<Tag>& value, decoding& out) {
    codec::read_string(in, value, out, error_code::wrong_format,
                       "Give an identifier of 1 to 64 letters, digits, points, hyphens, underscores or tildes.");
  }
  static json schema(schema_definitions&) { return {{"type", "string"}, {"pattern", "^[A-Za-z0-9._~-]{1,64}$"}}; }
};
template <>
struct codec<language> : string_codec<language, valid_language> {
  static void read(json const& in, language& value, decoding& out) {
    codec::read_string(in, value, out, error_code::bad_language, "Give a language tag such as \"fr\" or \"pt-BR\".");
  }
  static json schema(schema_definitions&) {
    return {{"type", "string"}, {"pattern", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}};
  }
};
template <>
struct codec<email> : string_codec<email, valid_email> {
  static void read(json const& in, email& value, decoding& out);
  static json schema(schema_definitions&) { return {{"type", "string"}, {"format", "email"}, {"maxLength", 254}}; }
};
template <>
struct codec<symbol> : string_codec<symbol, valid_symbol> {
  static void read(json const& in, symbol& value, decoding& out) {
    codec::read_string(
        in, value, out, error_code::wrong_format,
        "Give a symbol such as ABC/MSP/2023/2: letters, digits, . - _ ( ) in parts with single slashes.");
  }
  static json schema(schema_definitions&) { return {{"type", "string"}, {"maxLength", 80}}; }
};

template <>
struct codec<instant> {
  static void read(json const& in, instant& value, decoding& out);
  static json write(instant value) { return to_string(value); }
  static json schema(schema_definitions&) { return {{"type", "string"}, {"format", "date-time"}}; }
};
template <>
struct codec<date> {
  static void read(json const& in, date& value, decoding& out);
  static json write(date value) { return to_string(value); }
  static json schema(schema_definitions&) { return {{"type", "string"}, {"format", "date"}}; }
};

template <std::size_t Max>
struct codec<localized<Max>> {
  static void read(json const& in, localized<Max>& value, decoding& out) {
    if (!in.is_object())
      return out.report(error_code::wrong_type, "Give an object of languages and texts here, such as {\"en\": \"…\"}.");
    if (in.empty()) return out.report(error_code::too_short, "Give the text in at least one language.");
    if (in.size() > 32) return out.report(error_code::too_large, "Give at most 32 languages.");
    for (auto const& [key, each] : in.items()) {
      out.at(key, [&] {
        if (!valid_language(key))
          return out.report(error_code::bad_language, "\"" + key.substr(0, 40) + "\" is no language tag.");
        codec<text<1, Max>>::read(each, value.in[language{key}], out);
      });
    }
  }
  static json write(localized<Max> const& value) {
    json out = json::object();
    for (auto const& [key, each] : value.in) out[key.value] = each.value;
    return out;
  }
  static json schema(schema_definitions&) {
    return {{"type", "object"},
            {"minProperties", 1},
            {"maxProperties", 32},
            {"additionalProperties", {{"type", "string"}, {"minLength", 1}, {"maxLength", Max}}}};
  }
};

template <class T>
struct codec<std::optional<T>> {
  static void read(json const& in, std::optional<T>& value, decoding& out) { codec<T>::read(in, value.emplace(), out); }
  static json schema(schema_definitions& all) { return codec<T>::schema(all); }
};

template <class T, std::size_t Max>
struct codec<list<T, Max>> {
  static void read(json const& in, list<T, Max>& value, decoding& out) {
    if (in.is_array() && in.size() > Max)
      return out.report(error_code::too_large, "Give at most " + std::to_string(Max) + " elements.",
                        {{"max", std::to_string(Max)}});
    codec<std::vector<T>>::read(in, value.items, out);
  }
  static json write(list<T, Max> const& value) { return encode(value.items); }
  static json schema(schema_definitions& all) {
    return {{"type", "array"}, {"maxItems", Max}, {"items", codec<T>::schema(all)}};
  }
};

template <class T>
struct codec<std::vector<T>> {
  static void read(json const& in, std::vector<T>& value, decoding& out) {
    if (!in.is_array()) return out.report(error_code::wrong_type, "Give a list here.");
    value.reserve(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
      out.at(std::to_string(i), [&] { codec<T>::read(in[i], value.emplace_back(), out); });
      if (!out.good() && i > limits::problems) break;
    }
  }
  static json write(std::vector<T> const& value) {
    json out = json::array();
    for (auto const& each : value) out.push_back(encode(each));
    return out;
  }
  static json schema(schema_definitions& all) { return {{"type", "array"}, {"items", codec<T>::schema(all)}}; }
};

/// Keys are ids, languages or plain strings.
template <class Key, class T>
struct codec<std::map<Key, T>> {
  static void read(json const& in, std::map<Key, T>& value, decoding& out) {
    if (!in.is_object()) return out.report(error_code::wrong_type, "Give an object here.");
    for (auto const& [key, each] : in.items()) {
      out.at(key, [&] {
        auto const name = read_as<Key>(json(key), out);
        codec<T>::read(each, value[name], out);
      });
    }
  }
  static json write(std::map<Key, T> const& value) {
    json out = json::object();
    for (auto const& [key, each] : value) out[encode(key).template get<std::string>()] = encode(each);
    return out;
  }
  static json schema(schema_definitions& all) {
    return {{"type", "object"}, {"additionalProperties", codec<T>::schema(all)}};
  }
};

}  // namespace dais::protocol
