#pragma once
// Events ↔ JSON: {"type": …, "v": …, "data": …}. Stored bytes are for ever: an old version is brought forward by the
// upcasters before it is read.

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <variant>

#include <boost/mp11/algorithm.hpp>

#include "protocol/codec.hpp"
#include "server/executor/personal_codec.hpp"

namespace dais::executor {

/// For (type, version): turns the data of that version into that of the next. One a change of an event's form, each
/// with a fixture of the old bytes.
using upcasters = std::map<std::pair<std::string, std::int64_t>, std::function<void(protocol::json& data)>>;

/// The types that an Event may be: a variant's, or those that it says itself.
template <class Event>
struct alternatives_of {
  using type = boost::mp11::mp_rename<Event, boost::mp11::mp_list>;
};
template <class Event>
  requires requires { typename Event::alternatives; }
struct alternatives_of<Event> {
  using type = typename Event::alternatives;
};

template <class Event>
protocol::json write_event(Event const& event) {
  return std::visit(
      [](auto const& each) {
        using type = std::remove_cvref_t<decltype(each)>;
        return protocol::json{{"type", type::type}, {"v", type::version}, {"data", protocol::encode(each)}};
      },
      event);
}

/// The event that `stored` is. A rejection means that the journal was written by a newer program or is damaged.
template <class Event>
protocol::result<Event> read_event(protocol::json stored, upcasters const& forward) {
  using protocol::error_code;
  if (!stored.is_object() || !stored.contains("type") || !stored["type"].is_string() || !stored.contains("v") ||
      !stored["v"].is_number_integer() || !stored.contains("data"))
    return protocol::reject(error_code::wrong_type, "", "An event has type, v and data.");
  auto const type = stored["type"].template get<std::string>();
  auto version = stored["v"].template get<std::int64_t>();
  while (true) {
    auto const step = forward.find({type, version});
    if (step == forward.end()) break;
    step->second(stored["data"]);
    ++version;
  }
  protocol::result<Event> out =
      protocol::reject(error_code::unknown_value, "/type",
                       "This program knows no event " + type + " of version " + std::to_string(version) + ".");
  using alternatives = typename alternatives_of<Event>::type;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, alternatives>>([&](auto identity) {
    using each = typename decltype(identity)::type;
    if (type != each::type || version != each::version) return;
    auto decoded = protocol::decode<each>(stored["data"]);
    if (decoded)
      out = Event{std::move(*decoded)};
    else
      out = std::unexpected(std::move(decoded.error()));
  });
  return out;
}

}  // namespace dais::executor
