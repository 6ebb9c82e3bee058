#pragma once
// The subcommands of `sponsorship` that run the rule.

#include "client/dais/subcommands.hpp"

namespace dais::command_line {

/// scenario list|run.
void add_scenario(CLI::App& group, context& with, task& chosen);
/// explain.
void add_explain(CLI::App& group, context& with, task& chosen);

}  // namespace dais::command_line
