#include "server/domain/people/decide.hpp"

#include "server/domain/refusals.hpp"

namespace dais::domain {

decision<protocol::people::forget> decide(meeting_state const& state, protocol::people::forget const& command,
                                          context const&) {
  auto const found = state.registration.people.find(command.person);
  if (found == state.registration.people.end()) return refuse_unknown("/person", "person", command.person.value);
  if (state.forgotten.contains(command.person))
    return protocol::reject(protocol::error_code::nothing_to_do, "/person",
                            "This person's data is erased already; nothing is left to do.");
  return accepted{{person_forgotten{command.person, found->second}}, {}};
}

}  // namespace dais::domain
