// What becomes of an award: letters, answers, cancellation.

#include <algorithm>
#include <map>
#include <string>

#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/applications.hpp"
#include "server/domain/sponsorship/decide.hpp"

namespace dais::domain {
namespace {

using protocol::award_state;
using protocol::error_code;
using protocol::reject;

decision<protocol::sponsorship::mark_sent> letter(meeting_state const& state, protocol::application_id const& id,
                                                  bool by_email) {
  auto const found = find_application(state, id);
  if (!found) return std::unexpected(found.error());
  auto const& now = **found;
  if (!now.letter) return reject(error_code::not_now, "/application", "There is no letter for this application yet.");
  if (now.letter->sent)
    return reject(error_code::nothing_to_do, "/application", "This letter was sent already; nothing is left to do.");
  return accepted{{letter_sent{id, now.delegation, by_email}}, {}};
}

/// Each fund once, and no more than it pays of the award.
problems check_lost(std::vector<protocol::lost_money> const& lost, award const& of) {
  problems found;
  std::map<protocol::fund_id, int> seen;
  for (std::size_t i = 0; i < lost.size(); ++i) {
    auto const& [fund, amount] = lost[i];
    std::string const at = "/lost/" + std::to_string(i);
    auto const share = std::ranges::find(of.shares, fund, &fund_share::fund);
    if (share == of.shares.end())
      found.push_back(no_such(at + "/fund", "fund that pays this award", fund.value));
    else if (seen[fund]++ != 0)
      found.push_back({error_code::already_there,
                       at + "/fund",
                       "The fund \"" + fund.value + "\" stands twice; put the amounts together.",
                       {{"name", fund.value}}});
    else if (amount > share->amount)
      found.push_back({error_code::out_of_range,
                       at + "/amount",
                       "This fund pays less of the award than that; give at most what it pays.",
                       {{"min", "0"}, {"max", std::to_string(share->amount.value)}}});
  }
  return found;
}

}  // namespace

decision<protocol::sponsorship::mark_sent> decide(meeting_state const& state,
                                                  protocol::sponsorship::mark_sent const& command, context const&) {
  return letter(state, command.application, false);
}

decision<record_letter> decide(meeting_state const& state, record_letter const& command, context const&) {
  return letter(state, command.application, true);
}

decision<protocol::sponsorship::answer_award> decide(meeting_state const& state,
                                                     protocol::sponsorship::answer_award const& command,
                                                     context const&) {
  auto const found = find_application(state, command.delegation, command.application);
  if (!found) return std::unexpected(found.error());
  auto const& now = (*found)->award;
  if (!now) return reject(error_code::not_now, "/application", "No award was notified for this application.");
  switch (now->granted.state) {
    case award_state::notified:
      return accepted{{award_answered{command.application, command.delegation, command.accepts}}, {}};
    case award_state::accepted:
      if (command.accepts)
        return reject(error_code::nothing_to_do, "/application", "This award is accepted already; nothing is left.");
      return reject(error_code::not_now, "/accepts",
                    "This award was accepted; ask the secretariat to cancel it, as tickets may be paid already.");
    case award_state::declined:
    case award_state::cancelled:
      break;
  }
  return reject(error_code::not_now, "/application", "This award was declined or cancelled; the seat is given back.");
}

decision<protocol::sponsorship::cancel_award> decide(meeting_state const& state,
                                                     protocol::sponsorship::cancel_award const& command,
                                                     context const&) {
  auto const found = find_application(state, command.application);
  if (!found) return std::unexpected(found.error());
  auto const& now = (*found)->award;
  if (!now) return reject(error_code::not_now, "/application", "No award was notified for this application.");
  // Of one that is given back already, what is not refunded can be entered once.
  if (!now->live() && (command.lost.items.empty() || !now->lost.empty()))
    return reject(error_code::nothing_to_do, "/application",
                  "This award is declined or cancelled already; nothing is left to do.");
  if (auto wrong = check_lost(command.lost.items, *now); !wrong.empty()) return refuse(std::move(wrong));
  protocol::person_id const person{(*found)->member.value};
  return accepted{
      {award_cancelled{command.application, (*found)->delegation, {person, command.reason}, command.lost.items}}, {}};
}

}  // namespace dais::domain
