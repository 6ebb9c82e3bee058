#include "server/views/meeting.hpp"

#include <algorithm>

#include "protocol/codec.hpp"
#include "server/views/agenda.hpp"
#include "server/views/documents.hpp"
#include "server/views/notices.hpp"
#include "server/views/registration.hpp"
#include "server/views/sponsorship.hpp"

namespace dais::views {

namespace {

using protocol::encode;
using protocol::json;

/// A topic that stands for itself.
std::optional<json> single_topic(domain::meeting_state const& state, std::string_view topic) {
  using enum protocol::audience;
  if (topic == "meeting") return encode(meeting_view(state));
  if (topic == "agenda") return encode(agenda_view(state));
  if (topic == "agenda.versions") return encode(agenda_versions_view(state));
  if (topic == "documents") return encode(published_documents_view(state, everyone));
  if (topic == "documents@participants") return encode(published_documents_view(state, participants));
  if (topic == "documents@secretariat") return encode(all_documents_view(state));
  if (topic == "participants") return encode(participants_view(state.registration));
  if (topic == "registrations@secretariat") return encode(registrations_view(state.registration));
  if (topic == "sponsorship") return encode(published_terms_view(state));
  if (topic == "sponsorship.terms@committee") return encode(whole_terms_view(state));
  if (topic == "sponsorship@committee") return encode(sponsorship_view(state));
  if (topic == "allocation@committee") return encode(allocations_view(state));
  if (topic == "allocation.trials@committee") return encode(state.sponsorship.trials);
  if (topic == "notices") return encode(notices_view(state.notices, {}));
  if (topic == "notices@secretariat") return encode(all_notices_view(state.notices));
  return std::nullopt;
}

/// A topic of a family: one of each delegation.
std::optional<json> topic_of_delegation(domain::meeting_state const& state, std::string_view family,
                                        protocol::delegation_id const& id) {
  auto const found = state.registration.delegations.find(id);
  if (found == state.registration.delegations.end()) return std::nullopt;
  if (family == "participants/") return encode(delegation_participants_view(found->second));
  if (family == "delegation/") return encode(delegation_view(found->second, state.details));
  if (family == "sponsorship/") return encode(own_sponsorship_view(state, id));
  if (family == "notices/delegation/") return encode(notices_view(state.notices, {{}, id}));
  return std::nullopt;
}

std::optional<json> topic_of_category(domain::meeting_state const& state, protocol::category_id const& id) {
  auto const& all = state.details.categories.items;
  if (std::ranges::find(all, id, &protocol::participant_category::id) == all.end()) return std::nullopt;
  return encode(notices_view(state.notices, {id, {}}));
}

/// Of everybody who is or was entered.
std::optional<json> topic_of_member(domain::meeting_state const& state, protocol::member_id const& id) {
  if (!state.registration.people.contains(protocol::person_id{id.value})) return std::nullopt;
  return encode(own_sponsorship_view(state, id));
}

}  // namespace

std::optional<json> meeting_topic(domain::meeting_state const& state, std::string_view topic) {
  if (!state.exists()) return std::nullopt;
  auto const slash = topic.rfind('/');
  if (slash == std::string_view::npos) return single_topic(state, topic);
  std::string const of(topic.substr(slash + 1));
  auto const family = topic.substr(0, slash + 1);
  if (family == "notices/category/") return topic_of_category(state, {of});
  if (family == "application/") return topic_of_member(state, {of});
  return topic_of_delegation(state, family, {of});
}

}  // namespace dais::views
