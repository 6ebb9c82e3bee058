#pragma once
// An allocation for an auditor: what went in, what came out, who approved it. Applicants stand under the ids of their
// applications.

#include <optional>

#include "protocol/json.hpp"
#include "server/app/sponsorship_facts.hpp"
#include "server/domain/sponsorship/allocating.hpp"
#include "server/office/report.hpp"

namespace dais::app {

inline constexpr char const* audit_schema = "dais-sponsorship-audit/1";

/// The proposal that is wanted, or, where none is, the one that was notified last. Nothing where there is none.
std::optional<protocol::proposal_id> audited_proposal(protocol::topics::allocations const& all,
                                                      std::optional<protocol::proposal_id> const& wanted);

/// `dais-sponsorship-audit/1`: `daisd allocate` takes its input and its result out of it. The proposal is one of
/// `facts`.
protocol::json audit_bundle(sponsorship_facts const& facts, protocol::proposal_id const& proposal,
                            domain::allocation_run const& run);

/// The same in words: hashes, policy, seats, who was refused and why, who pays what.
office::report_paper audit_report(sponsorship_facts const& facts, protocol::proposal_id const& proposal,
                                  domain::allocation_run const& run);

}  // namespace dais::app
