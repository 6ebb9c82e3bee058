#pragma once
// The meeting and the organization of one scenario: commands go in as method and JSON, events and answers come out.

#include <string>
#include <vector>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "server/domain/context.hpp"
#include "server/domain/meeting/events.hpp"
#include "server/domain/meeting/state.hpp"
#include "server/domain/organization/events.hpp"
#include "server/domain/organization/state.hpp"

namespace dais::scenario {

/// What became of a command: its events as {"type", "data"}, and its answer.
struct outcome {
  std::vector<protocol::json> events;
  protocol::json answer;
};

class stage {
public:
  /// Decides a command and applies its events. Besides the methods of the protocol there are `import` and `preview`
  /// ({"file", "change"?: JSON Patch, "digest"?}; the digest is by default the right one) and `register_meeting`.
  protocol::result<outcome> give(std::string const& method, protocol::json const& params);

  void act_as(domain::actor who) { x_actor = std::move(who); }
  void set_clock(protocol::instant now) { x_now = now; }
  protocol::json state() const;

  /// The state as it comes out of the events alone, once as they were and once without the personal data of those who
  /// were forgotten. All three are equal, or a restart would show something else.
  protocol::json replayed(bool without_forgotten) const;

private:
  domain::context next(protocol::seq at) const;
  protocol::result<outcome> import(protocol::json const& params);
  protocol::result<outcome> preview(protocol::json const& params) const;
  protocol::result<outcome> register_meeting(protocol::json const& params);

  template <class Command>
  protocol::result<outcome> in_meeting(Command const& command);
  template <class Command>
  protocol::result<outcome> in_organization(Command const& command);

  domain::actor x_actor;
  protocol::instant x_now;
  domain::meeting_state x_meeting;
  domain::organization_state x_organization;
  std::vector<std::pair<domain::meeting_event, domain::position>> x_meeting_journal;
  std::vector<std::pair<domain::organization_event, domain::position>> x_organization_journal;
};

}  // namespace dais::scenario
