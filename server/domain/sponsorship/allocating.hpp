#pragma once
// From a meeting's state to an allocation and back. The only place of the domain that speaks JSON, for the engine
// (server/allocation) and the checker (server/allocation_check) do.

#include <map>
#include <optional>
#include <string>

#include "protocol/json.hpp"
#include "protocol/methods/allocation.hpp"
#include "server/domain/meeting/state.hpp"
#include "server/domain/refusals.hpp"

namespace dais::domain {

/// What is to be allocated: `ccm-alloc/1`, whether the lots in it are provisional, and what was lost of each fund.
struct allocation_case {
  protocol::json input;
  bool provisional = false;
  std::map<protocol::fund_id, protocol::centimes> lost;
};

/// With its result, `ccm-alloc-result/1`, as the engine made it: what an auditor replays.
struct allocation_run {
  allocation_case of;
  protocol::json result;

  /// SHA-256 of the canonical result, in hexadecimal digits.
  std::string hash() const;
};

/// What the state gives to allocate: everybody who applied, funds, policy, lots. Refuses an unknown scenario or
/// proposal (paths below "/source"), and what cannot be allocated without terms.
protocol::result<allocation_case> allocation_input(meeting_state const& state,
                                                   protocol::allocation_source const& source);

/// What the engine does not take of a setup, with paths below `path`.
problems setup_problems(meeting_state const& state, protocol::allocation_setup const& setup, std::string const& path);

/// Where in a setup the engine's path points to.
std::string setup_path(std::string path);

/// Runs the engine; paths of a refusal are below "/source/setup". Pure; some milliseconds for 200 applications.
protocol::result<allocation_run> run_allocation(allocation_case of);

/// Whether the independent checker accepts the run.
bool borne_out(allocation_run const& run);

/// The run in the terms of the wire.
protocol::allocation_outcome outcome_of(allocation_run const& run);

/// Of one refused application of a run; nothing where it has a seat or was not ranked.
std::optional<protocol::smallest_changes> changes_for(allocation_run const& run,
                                                      protocol::application_id const& application);

}  // namespace dais::domain
