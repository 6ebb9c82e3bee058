#include "client/dais/subcommands.hpp"

namespace dais::command_line {

CLI::App& add_subcommand(CLI::App& parent, context const& with, std::string const& name, std::string_view description,
                         std::vector<std::pair<std::string_view, std::string_view>> const& examples) {
  auto& out = *parent.add_subcommand(name, with.words(description));
  out.group(with.words("cli.label.commands"));
  out.set_help_flag("-h,--help", with.words("cli.option.help"))->group(with.words("cli.label.options"));
  out.option_defaults()->group(with.words("cli.label.options"));
  std::string footer;
  if (!examples.empty()) footer = with.words("cli.label.examples") + ":\n";
  for (auto const& [line, key] : examples) footer += "  " + std::string(line) + "\n      " + with.words(key) + '\n';
  if (examples.empty()) footer = with.words("cli.help.more") + '\n';
  out.footer(footer);
  return out;
}

}  // namespace dais::command_line
