#pragma once
// What sponsorship came to, for those who gave the money and for the Meeting. Neither names a person, nor lets health
// data (survivors, personal assistants) be read off.

#include "server/app/sponsorship_facts.hpp"
#include "server/office/report.hpp"

namespace dais::app {

/// By fund: money and persons; then, over all funds: what was paid for, women, regions, delegations. What a personal
/// assistant costs stands in one line with the costs of stay.
office::report_paper donors_report(sponsorship_facts const& facts);

/// Applications, awards, women, regions, groups of States, delegations, and money over all funds: no fund by itself,
/// for whoever knows the sum and the others knows what a fund for survivors paid.
office::report_paper meeting_report(sponsorship_facts const& facts);

}  // namespace dais::app
