#pragma once
// Reading one JSON object field by field; used by read_*.cpp.

#include <concepts>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "protocol/codec.hpp"
#include "protocol/json.hpp"

namespace dais::allocation {

using protocol::decoding;
using protocol::error_code;
using protocol::json;

/// Reads the fields of an object and, at the end, refuses those that nobody asked for.
class field_reader {
public:
  /// Reports a value that is no object; all fields are then absent, without more words.
  field_reader(json const& from, decoding& out) : x_from(from), x_out(out) {
    if (!from.is_object()) out.report(error_code::wrong_type, "Give an object here.");
  }

  /// Calls `read(value)` with the path of the field; reports one that is missing.
  void required(char const* name, std::invocable<json const&> auto&& read) {
    if (optional(name, read) || !x_from.is_object()) return;
    x_out.at(name, [&] { x_out.report(error_code::missing_field, "Give the field \"" + std::string(name) + "\"."); });
  }

  /// The same for a field that may be absent; yields whether it is there.
  bool optional(char const* name, std::invocable<json const&> auto&& read) {
    x_known.insert(name);
    if (!x_from.is_object()) return false;
    auto const found = x_from.find(name);
    if (found == x_from.end()) return false;
    x_out.at(name, [&] { read(*found); });
    return true;
  }

  /// Calls `read(name, value)` for each field that was not asked for.
  void others(std::invocable<std::string const&, json const&> auto&& read) {
    if (!x_from.is_object()) return;
    for (auto const& [name, value] : x_from.items())
      if (!x_known.contains(name)) x_out.at(name, [&] { read(name, value); });
  }

  void no_others() {
    others([&](std::string const& name, json const&) {
      x_out.report(error_code::unknown_field, "There is no field \"" + name.substr(0, 80) + "\" here; take it out.");
    });
  }

private:
  json const& x_from;
  decoding& x_out;
  std::set<std::string_view> x_known;
};

/// Calls `read(element, index)` for each element with its path.
template <class Read>
void each_element(json const& from, decoding& out, Read&& read) {
  if (!from.is_array()) return out.report(error_code::wrong_type, "Give a list here.");
  for (std::size_t i = 0; i < from.size(); ++i) out.at(std::to_string(i), [&] { read(from[i]); });
}

/// Names of one kind, each of which may stand once.
class distinct_names {
public:
  /// Reads a text that is not empty and was not read before.
  std::string read(json const& from, decoding& out);

private:
  std::set<std::string> x_seen;
};

std::string read_text(json const& from, decoding& out);
bool read_flag(json const& from, decoding& out);
/// A whole number from `least` to `most`.
std::int64_t read_number(json const& from, decoding& out, std::int64_t least, std::int64_t most);

}  // namespace dais::allocation
