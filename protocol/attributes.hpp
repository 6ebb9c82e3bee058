#pragma once
// What is known of an applicant under names of the meeting's choice, and conditions on it, as `ccm-alloc/1` writes
// them:
// {"region": ["AFR", "ASI"], "ldc": true}.

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "protocol/codec.hpp"

namespace dais::protocol {

/// True or false, a whole number, or a text of up to 200 characters. Values of different types are never equal.
struct attribute {
  std::variant<bool, std::int64_t, std::string> value;
  auto operator<=>(attribute const&) const = default;
};

/// What an attribute has to equal: one of these values. On the wire a single value stands without a list.
struct attribute_values {
  std::vector<attribute> any_of;
  bool operator==(attribute_values const&) const = default;
};

using attribute_name = text<1, 64>;
using attributes = std::map<attribute_name, attribute>;
/// Every named attribute must be there and equal one of its values; without any, everybody is meant.
using condition = std::map<attribute_name, attribute_values>;

template <>
struct codec<attribute> {
  static void read(json const& in, attribute& value, decoding& out);
  static json write(attribute const& value);
  static json schema(schema_definitions&);
};

template <>
struct codec<attribute_values> {
  static constexpr std::size_t max = 64;
  static void read(json const& in, attribute_values& value, decoding& out);
  static json write(attribute_values const& value);
  static json schema(schema_definitions& all);
};

}  // namespace dais::protocol
