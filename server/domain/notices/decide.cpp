#include "server/domain/notices/decide.hpp"

#include "server/domain/limits.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/registration/categories.hpp"

namespace dais::domain {

using protocol::error_code;
using protocol::reject;

decision<protocol::notices::post> decide(meeting_state const& state, protocol::notices::post const& command,
                                         context const& with) {
  if (state.notices.notices.size() >= most::notices) return refuse_full("notices", most::notices);
  problems found;
  if (command.text.in.empty())
    found.push_back({error_code::missing_field, "/text", "Write the notice in at least one language.", {}});
  if (command.to.category && command.to.delegation)
    found.push_back({error_code::unknown_field,
                     "/to/delegation",
                     "A notice goes to a category or to a delegation, not to both; leave one out.",
                     {}});
  if (command.to.category) check_category(state.details, *command.to.category, "/to/category", found);
  if (command.to.delegation && !state.registration.delegations.contains(*command.to.delegation))
    found.push_back(no_such("/to/delegation", "delegation", command.to.delegation->value));
  if (!found.empty()) return refuse(std::move(found));
  protocol::notice_id const id{with.fresh()};
  return decided<meeting_event, protocol::notices::posted>{{notice_posted{id, command.text, command.to}}, {id}};
}

decision<protocol::notices::withdraw> decide(meeting_state const& state, protocol::notices::withdraw const& command,
                                             context const&) {
  if (state.notices.withdrawn.contains(command.notice))
    return reject(error_code::nothing_to_do, "/notice", "This notice is withdrawn already; nothing is left to do.");
  auto const found = state.notices.notices.find(command.notice);
  if (found == state.notices.notices.end()) return refuse_unknown("/notice", "notice", command.notice.value);
  return accepted{{notice_withdrawn{command.notice, found->second.to}}, {}};
}

}  // namespace dais::domain
