#pragma once
// The letter that an applicant gets, in the person's own language.

#include <optional>

#include "server/app/sponsorship_facts.hpp"
#include "server/office/letter.hpp"

namespace dais::app {

/// The letter as it was notified: of the award that stands, or else of the refusal. Nothing where there is no such
/// application, nobody was told anything, the award ended, or the person was forgotten. Of `facts` nothing about other
/// people is used; an empty `facts.language` means the person's own, or English where the catalogue does not have it.
std::optional<office::letter_paper> letter_to(sponsorship_facts facts, protocol::application_id const& application);

}  // namespace dais::app
