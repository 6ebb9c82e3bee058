#pragma once
// Personal data as JSON: {"person": …, "open": …} in memory, {"person": …, "sealed": …} in the journal (sealing.hpp),
// {"person": …} once the person is erased.

#include "protocol/codec.hpp"
#include "server/domain/personal.hpp"

namespace dais::protocol {

template <class T>
struct codec<domain::personal<T>> {
  static void read(json const& in, domain::personal<T>& value, decoding& out) {
    if (!in.is_object() || !in.contains("person"))
      return out.report(error_code::wrong_type, "Personal data names its person.");
    out.at("person", [&] { codec<person_id>::read(in["person"], value.person, out); });
    if (auto const open = in.find("open"); open != in.end())
      out.at("open", [&] { codec<T>::read(*open, value.data.emplace(), out); });
  }
  static json write(domain::personal<T> const& value) {
    json out = {{"person", value.person.value}};
    if (value.data) out["open"] = encode(*value.data);
    return out;
  }
};

}  // namespace dais::protocol
