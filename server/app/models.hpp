#pragma once
// The two kinds of stream, as the executor wants them.

#include <optional>
#include <string>

#include "server/domain/meeting/apply.hpp"
#include "server/domain/organization/apply.hpp"
#include "server/executor/event_codec.hpp"

namespace dais::app {

struct meeting_model {
  using state = domain::meeting_state;
  using event = domain::meeting_event;
  static void apply(state& to, event const& what, domain::position const& at) { domain::apply(to, what, at); }
  static std::optional<protocol::person_id> forgotten(event const& what) {
    auto const* found = std::get_if<domain::person_forgotten>(&what);
    return found == nullptr ? std::nullopt : std::optional(found->person);
  }
  static executor::upcasters const& forward();
};

struct organization_model {
  using state = domain::organization_state;
  using event = domain::organization_event;
  static void apply(state& to, event const& what, domain::position const& at) { domain::apply(to, what, at); }
  static std::optional<protocol::person_id> forgotten(event const& what) {
    auto const* found = std::get_if<domain::account_forgotten>(&what);
    return found == nullptr ? std::nullopt : std::optional(found->person);
  }
  static executor::upcasters const& forward();
};

}  // namespace dais::app
