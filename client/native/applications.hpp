#pragma once
// Who and what is meant in sponsorship by what somebody typed, and what the codes of an allocation are made of.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/topics/sponsorship.hpp"

namespace dais::native {

/// Makes the same of two texts that are to be held equal in a search.
using folding = std::function<std::string(std::string_view)>;

/// The one with this id; else those with this name; else those whose name contains it. In the order of their ids.
std::vector<protocol::application_id> find_applications(protocol::topics::sponsorship const& all,
                                                        std::string const& text, folding const& fold);
std::vector<protocol::scenario_id> find_scenarios(protocol::topics::allocations const& all, std::string const& text,
                                                  folding const& fold);
/// Only among those that wait for approval or for their notification; all of these for "".
std::vector<protocol::proposal_id> find_proposals(protocol::topics::allocations const& all, std::string const& text,
                                                  folding const& fold);

/// "CAP:nonparty" is a CAP by the rule nonparty; "FUNDS" has no rule.
struct reason_code {
  std::string kind;
  std::string rule;
  bool operator==(reason_code const&) const = default;
};
reason_code read_reason(std::string_view code);

/// Whose cancellation would give this applicant a seat.
std::vector<protocol::application_id> who_makes_room(protocol::allocation_outcome const& in,
                                                     protocol::application_id const& application);
/// From 1; 0 for whoever is not on the waiting list.
std::size_t place_in_waiting(protocol::allocation_outcome const& in, protocol::application_id const& application);

}  // namespace dais::native
