#pragma once

#include "server/allocation/field_reader.hpp"
#include "server/allocation/input.hpp"

namespace dais::allocation {

policy read_policy(json const& from, decoding& out);

/// A value of an attribute: true or false, a whole number, or a text.
attribute read_attribute(json const& from, decoding& out);

/// Attribute = value, or one of a list of values.
condition read_condition(json const& from, decoding& out);

}  // namespace dais::allocation
