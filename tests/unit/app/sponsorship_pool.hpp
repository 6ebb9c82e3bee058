#pragma once
// A made-up pool of applications in which everything about health carries the mark "ZQX".

#include <string>

#include "server/app/sponsorship_facts.hpp"

namespace dais::app::test {

/// Funds "General" and, marked, "ZQXONE" (for survivors) and "ZQXTWO" (for assistants). Awards: a-1, a woman of LAO, a
/// survivor with an assistant; a-2, a man of MWI. Refused: a-3, a woman of BOL, whose place is held for survivors.
/// Cancelled: a-4, of LAO, a survivor; 200.00 of it are lost. Withdrawn: a-5, of MWI.
sponsorship_facts marked_pool(std::string const& language = "en");

protocol::localized_name name(std::string const& english, std::string const& arabic = "");

}  // namespace dais::app::test
