// completion bash|zsh|fish: scripts made from the command line's own description.
#include <iostream>
#include <memory>
#include <set>

#include "client/dais/subcommands.hpp"

namespace dais::command_line {
namespace {

/// What may follow after some subcommands, "" being the program itself.
struct place {
  std::string path;  ///< "docs pull"
  std::vector<std::string> subcommands;
  std::vector<std::string> options;  ///< with their dashes
};

std::vector<std::string> options_of(CLI::App const& app) {
  std::vector<std::string> out;
  for (auto const* option : app.get_options())
    for (auto const& name : option->get_lnames()) out.push_back("--" + name);
  return out;
}

void collect(CLI::App const& app, std::string const& path, std::vector<std::string> const& inherited,
             std::vector<place>& out) {
  place here{path, {}, options_of(app)};
  std::set<std::string> const own(here.options.begin(), here.options.end());
  for (auto const& option : inherited)
    if (!own.contains(option)) here.options.push_back(option);
  auto const subcommands = app.get_subcommands([](CLI::App const*) { return true; });
  for (auto const* one : subcommands) here.subcommands.push_back(one->get_name());
  out.push_back(here);
  for (auto const* one : subcommands)
    collect(*one, path.empty() ? one->get_name() : path + ' ' + one->get_name(), here.options, out);
}

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (auto const& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// The lines of a shell's `case` over the path so far.
std::string cases(std::vector<place> const& places) {
  std::string out;
  for (auto const& one : places)
    out += "    \"" + one.path + "\") subcommands=\"" + joined(one.subcommands) + "\"; options=\"" +
           joined(one.options) + "\" ;;\n";
  return out;
}

std::string bash(std::vector<place> const& places) {
  return R"(# bash completion for dais:  source <(dais completion bash)
_dais_place() {
  case "$1" in
)" + cases(places) +
         R"(  esac
}
_dais() {
  local current="${COMP_WORDS[COMP_CWORD]}" path="" subcommands="" options="" word
  _dais_place ""
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ " $subcommands " == *" $word "* ]] || continue
    path="${path:+$path }$word"
    _dais_place "$path"
  done
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ -n "$subcommands" ]]; then
    COMPREPLY=($(compgen -W "$subcommands" -- "$current"))
  else
    local IFS=$'\n'
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _dais dais
)";
}

std::string zsh(std::vector<place> const& places) {
  return R"(#compdef dais
# zsh completion for dais:  dais completion zsh > "${fpath[1]}/_dais"
_dais_place() {
  case "$1" in
)" + cases(places) +
         R"(  esac
}
_dais() {
  local so_far="" subcommands="" options="" word
  _dais_place ""
  for word in "${(@)words[2,CURRENT-1]}"; do
    [[ " $subcommands " == *" $word "* ]] || continue
    so_far="${so_far:+$so_far }$word"
    _dais_place "$so_far"
  done
  if [[ "${words[CURRENT]}" == -* ]]; then compadd -- ${=options}
  elif [[ -n "$subcommands" ]]; then compadd -- ${=subcommands}
  else _files
  fi
}
# Loaded by compinit this file is the function's first call; sourced it is not.
if [[ "${funcstack[1]}" == _dais ]]; then _dais "$@"; else compdef _dais dais; fi
)";
}

std::string fish(std::vector<place> const& places) {
  std::string paths;
  for (auto const& one : places)
    if (!one.path.empty()) paths += " '" + one.path + '\'';
  std::string out = R"(# fish completion for dais:  dais completion fish > ~/.config/fish/completions/dais.fish
function __dais_at
    set -l path
    for word in (commandline -opc)[2..-1]
        contains -- (string join ' ' -- $path $word))" +
                    paths + R"(; and set -a path $word
    end
    test "$path" = "$argv[1]"
end
complete -c dais -f
)";
  for (auto const& one : places) {
    auto const at = "complete -c dais -n '__dais_at \"" + one.path + "\"'";
    if (!one.subcommands.empty()) out += at + " -a '" + joined(one.subcommands) + "'\n";
    for (auto const& option : one.options) out += at + " -l " + option.substr(2) + '\n';
    if (one.subcommands.empty()) out += at + " -F\n";
  }
  return out;
}

exit_code write_script(CLI::App const& app, std::string const& shell) {
  std::vector<place> places;
  collect(app, "", {}, places);
  std::cout << (shell == "bash" ? bash(places) : shell == "zsh" ? zsh(places) : fish(places)) << std::flush;
  return exit_code::done;
}

}  // namespace

void add_completion(CLI::App& app, context& with, task& chosen) {
  auto const shell = std::make_shared<std::string>();
  auto& one = add_subcommand(app, with, "completion", "cli.completion.about",
                             {{"source <(dais completion bash)", "cli.completion.example"}});
  one.add_option("shell", *shell, with.words("cli.completion.shell"))
      ->type_name("bash|zsh|fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  one.callback([&app, &chosen, shell] { chosen = [&app, shell] { return write_script(app, *shell); }; });
}

}  // namespace dais::command_line
