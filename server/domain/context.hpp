#pragma once
// What every decision is made with, and what it yields.

#include <optional>
#include <string>
#include <vector>

#include "protocol/methods/people.hpp"
#include "protocol/values.hpp"

namespace dais::domain {

/// Who gives a command. Rights were checked before (server/access); a rule may still ask who it is.
struct actor {
  std::optional<protocol::account_id> account;
  std::vector<protocol::role_grant> roles;
};

/// Everything a decision may depend on besides state and command. `at` is the sequence number that the command will
/// have if it is accepted; it becomes the `version` of what the command changes. `seed` is unique to the command.
struct context {
  actor by;
  protocol::instant now;
  protocol::seq at = 0;
  std::string seed;

  /// The n-th new identifier of this command: unique in its meeting, valid_id.
  std::string fresh(int n = 0) const { return n == 0 ? seed : seed + "-" + std::to_string(n); }
};

/// Where and when an event stands in its journal: what `apply` gets beside the event.
struct position {
  protocol::seq at = 0;
  protocol::instant now;
};

/// What an accepted command yields. No events: it was so already, and nothing is written.
template <class Event, class Answer>
struct decided {
  std::vector<Event> events;
  Answer answer;
};

}  // namespace dais::domain
