#include "server/views/organization.hpp"

#include <variant>

#include "protocol/codec.hpp"

namespace dais::views {

protocol::topics::meetings meetings_view(domain::organization_state const& state) { return {state.meetings}; }

protocol::topics::accounts accounts_view(domain::organization_state const& state) { return {state.accounts}; }

std::optional<protocol::json> organization_topic(domain::organization_state const& state, std::string_view topic) {
  if (topic == "meetings") return protocol::encode(meetings_view(state));
  if (topic == "accounts@secretariat") return protocol::encode(accounts_view(state));
  return std::nullopt;
}

std::vector<std::string> touched(domain::organization_state const&, domain::organization_event const& event) {
  if (std::holds_alternative<domain::meeting_registered>(event)) return {"meetings"};
  return {"accounts@secretariat"};
}

}  // namespace dais::views
