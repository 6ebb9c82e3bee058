#include "server/domain/meeting/plan.hpp"

#include <algorithm>

#include "server/domain/meeting/import/areas.hpp"

namespace dais::domain {
namespace {

using protocol::meeting::change_kind;

import_run walk(meeting_state const* state, import_meeting const& command) {
  import_run run(state, command);
  import_details(run);
  import_agenda(run);
  import_programme(run);
  import_documents(run);
  import_delegations(run);
  import_funds(run);
  import_sponsorship(run);
  check_still_used(run);
  return run;
}

std::int64_t count(protocol::meeting::plan const& plan, change_kind kind) {
  return std::ranges::count(plan.changes, kind, &protocol::meeting::planned_change::kind);
}

}  // namespace

protocol::meeting::plan plan_import(meeting_state const* state, import_meeting const& command) {
  return walk(state, command).plan();
}

decision<import_meeting> decide(meeting_state const& state, import_meeting const& command, context const&) {
  auto run = walk(&state, command);
  if (command.digest != run.plan().digest)
    return protocol::reject(protocol::error_code::stale, "/digest",
                            "The file or the meeting changed since the preview; look at the preview again.",
                            {{"digest", run.plan().digest}});
  if (auto refused = run.refused(); !refused.empty()) return refuse(std::move(refused));
  return decided<meeting_event, protocol::meeting::imported>{
      run.take_events(), {count(run.plan(), change_kind::added), count(run.plan(), change_kind::changed)}};
}

}  // namespace dais::domain
