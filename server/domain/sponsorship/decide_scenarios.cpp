// What the committee tries: scenarios, and the record of trials.

#include "server/domain/limits.hpp"
#include "server/domain/refusals.hpp"
#include "server/domain/sponsorship/allocating.hpp"
#include "server/domain/sponsorship/decide.hpp"

namespace dais::domain {
namespace {

using protocol::error_code;
using protocol::reject;
using protocol::topics::scenario;

protocol::result<scenario const*> find(sponsorship_state const& in, protocol::scenario_id const& id,
                                       protocol::seq version) {
  auto const found = in.scenarios.find(id);
  if (found == in.scenarios.end()) return refuse_unknown("/scenario", "scenario", id.value);
  if (found->second.version != version) return refuse_stale("scenario", found->second.version);
  return &found->second;
}

}  // namespace

decision<protocol::sponsorship::save_scenario> decide(meeting_state const& state,
                                                      protocol::sponsorship::save_scenario const& command,
                                                      context const& with) {
  using answer = decided<meeting_event, protocol::sponsorship::saved_scenario>;
  auto const& in = state.sponsorship;
  if (!command.scenario && in.scenarios.size() >= most::scenarios) return refuse_full("scenarios", most::scenarios);
  if (command.scenario) {
    auto const now = find(in, *command.scenario, command.version);
    if (!now) return std::unexpected(now.error());
    if ((*now)->name == command.name && (*now)->setup == command.setup) return answer{{}, {*command.scenario}};
  }
  if (auto wrong = setup_problems(state, command.setup, "/setup"); !wrong.empty()) return refuse(std::move(wrong));
  auto const id = command.scenario.value_or(protocol::scenario_id{with.fresh()});
  return answer{{scenario_saved{id, with.by.account, command.name, command.setup}}, {id}};
}

decision<protocol::sponsorship::remove_scenario> decide(meeting_state const& state,
                                                        protocol::sponsorship::remove_scenario const& command,
                                                        context const&) {
  auto const found = find(state.sponsorship, command.scenario, command.version);
  if (!found) return std::unexpected(found.error());
  return accepted{{scenario_removed{command.scenario}}, {}};
}

decision<protocol::sponsorship::release_money> decide(meeting_state const& state,
                                                      protocol::sponsorship::release_money const& command,
                                                      context const& with) {
  auto const found = find(state.sponsorship, command.scenario, command.version);
  if (!found) return std::unexpected(found.error());
  if ((*found)->release_reason)
    return reject(error_code::nothing_to_do, "/scenario",
                  "Held money is released in this scenario already; nothing is left to do.");
  return accepted{{held_money_released{command.scenario, with.by.account, command.reason}}, {}};
}

decision<record_trial> decide(meeting_state const&, record_trial const& command, context const& with) {
  return accepted{{allocation_tried{with.by.account, command.scenario, command.setup, command.hash, command.granted,
                                    command.provisional}},
                  {}};
}

}  // namespace dais::domain
