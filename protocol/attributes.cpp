#include "protocol/attributes.hpp"

namespace dais::protocol {

void codec<attribute>::read(json const& in, attribute& value, decoding& out) {
  if (in.is_boolean()) {
    value.value = in.get<bool>();
  } else if (in.is_number_integer()) {
    value.value = read_as<std::int64_t>(in, out);
  } else if (in.is_string()) {
    value.value = read_as<text<0, 200>>(in, out).value;
  } else {
    out.report(error_code::wrong_type, "Give true, false, a whole number or a text here.");
  }
}

json codec<attribute>::write(attribute const& value) {
  return std::visit([](auto const& each) { return json(each); }, value.value);
}

json codec<attribute>::schema(schema_definitions&) {
  return {{"anyOf", {{{"type", "boolean"}}, {{"type", "integer"}}, {{"type", "string"}, {"maxLength", 200}}}}};
}

void codec<attribute_values>::read(json const& in, attribute_values& value, decoding& out) {
  if (!in.is_array()) return codec<attribute>::read(in, value.any_of.emplace_back(), out);
  if (in.empty()) return out.report(error_code::too_short, "Give at least one value.");
  if (in.size() > max)
    return out.report(error_code::too_large, "Give at most " + std::to_string(max) + " values.",
                      {{"max", std::to_string(max)}});
  codec<std::vector<attribute>>::read(in, value.any_of, out);
}

json codec<attribute_values>::write(attribute_values const& value) {
  return value.any_of.size() == 1 ? encode(value.any_of.front()) : encode(value.any_of);
}

json codec<attribute_values>::schema(schema_definitions& all) {
  auto const one = codec<attribute>::schema(all);
  json choices = one.at("anyOf");
  choices.push_back({{"type", "array"}, {"minItems", 1}, {"maxItems", max}, {"items", one}});
  return {{"anyOf", std::move(choices)}};
}

}  // namespace dais::protocol
