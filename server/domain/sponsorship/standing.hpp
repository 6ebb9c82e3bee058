#pragma once
// Where an application stands against the terms: what is missing, since when it is complete, what it costs.

#include <optional>
#include <vector>

#include "protocol/methods/sponsorship_terms.hpp"
#include "server/domain/sponsorship/state.hpp"

namespace dais::domain {

/// Required files that it does not have.
std::vector<protocol::field_id> missing_files(sponsorship_state const& in, application const& of);

/// When its last required part came; nothing while one is missing. A file that takes another's place comes no later.
std::optional<protocol::instant> completed(sponsorship_state const& in, application const& of);

/// Whether it was complete before applications closed; also while it is not complete yet.
bool on_time(sponsorship_state const& in, application const& of);

/// The costs entered for it, or else those of the fare table; none where the table has no fare for its delegation.
std::vector<protocol::cost_item> costs_of(sponsorship_state const& in, application const& of);

protocol::centimes total(std::vector<protocol::cost_item> const& costs);

}  // namespace dais::domain
