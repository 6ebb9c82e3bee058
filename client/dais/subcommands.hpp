#pragma once
// One function a group of subcommands: declares them and says what they do.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/dais/context.hpp"

#include <CLI/CLI.hpp>

namespace dais::command_line {

/// A subcommand with its translated description. `examples` are command lines, each with the key of what it does.
CLI::App& add_subcommand(CLI::App& parent, context const& with, std::string const& name, std::string_view description,
                         std::vector<std::pair<std::string_view, std::string_view>> const& examples = {});

void add_sign_in(CLI::App& app, context& with, task& chosen);
void add_meetings(CLI::App& app, context& with, task& chosen);
void add_agenda(CLI::App& app, context& with, task& chosen);
void add_documents(CLI::App& app, context& with, task& chosen);
void add_registration(CLI::App& app, context& with, task& chosen);
void add_sponsorship(CLI::App& app, context& with, task& chosen);
void add_notices(CLI::App& app, context& with, task& chosen);
void add_people(CLI::App& app, context& with, task& chosen);
void add_exports(CLI::App& app, context& with, task& chosen);
void add_completion(CLI::App& app, context& with, task& chosen);

}  // namespace dais::command_line
