#include "server/allocation/field_reader.hpp"

namespace dais::allocation {

std::string distinct_names::read(json const& from, decoding& out) {
  auto name = read_text(from, out);
  if (!name.empty() && !x_seen.insert(name).second)
    out.report(error_code::already_there, "\"" + name.substr(0, 80) + "\" stands here already; give each its own name.",
               {{"name", name.substr(0, 80)}});
  return name;
}

std::string read_text(json const& from, decoding& out) {
  auto text = protocol::read_as<std::string>(from, out);
  if (from.is_string() && text.empty()) out.report(error_code::too_short, "Give a text that is not empty.");
  return text;
}

bool read_flag(json const& from, decoding& out) { return protocol::read_as<bool>(from, out); }

std::int64_t read_number(json const& from, decoding& out, std::int64_t least, std::int64_t most) {
  if (from.is_number_integer()) {
    bool const too_large = from.is_number_unsigned() && from.get<std::uint64_t>() > static_cast<std::uint64_t>(most);
    auto const number = too_large ? most : from.get<std::int64_t>();
    if (!too_large && number >= least && number <= most) return number;
    out.report(error_code::out_of_range,
               "Give a whole number from " + std::to_string(least) + " to " + std::to_string(most) + ".",
               {{"min", std::to_string(least)}, {"max", std::to_string(most)}});
  } else {
    out.report(error_code::wrong_type, "Give a whole number here.");
  }
  return least;
}

}  // namespace dais::allocation
