// dais: Dais from a terminal and from scripts.
#include <exception>
#include <iostream>

#include "client/dais/subcommands.hpp"

namespace dais::command_line {
namespace {

/// --lang-ui must be known before the first word is made.
std::string language_asked_for(int count, char const* const* words) {
  constexpr std::string_view option = "--lang-ui";
  for (int i = 1; i < count; ++i) {
    std::string_view const word(words[i]);
    std::string_view value;
    if (word == option && i + 1 < count) value = words[i + 1];
    if (word.starts_with("--lang-ui=")) value = word.substr(option.size() + 1);
    if (protocol::valid_language(value)) return std::string(value);
  }
  return language_of_environment();
}

void set_labels(CLI::App& app, context const& with) {
  auto const formatter = app.get_formatter();
  formatter->label("Usage", with.words("cli.label.usage"));
  formatter->label("OPTIONS", with.words("cli.label.options"));
  formatter->label("SUBCOMMAND", with.words("cli.label.command"));
  formatter->label("SUBCOMMANDS", with.words("cli.label.command"));
  formatter->label("Positionals", with.words("cli.label.arguments"));
  formatter->label("REQUIRED", with.words("cli.label.required"));
  formatter->label("Excludes", with.words("cli.label.excludes"));
  formatter->column_width(34);
}

void add_common_options(CLI::App& app, context& with) {
  app.set_help_flag("-h,--help", with.words("cli.option.help"))->group(with.words("cli.label.options"));
  app.set_version_flag("--version", "0.1.0", with.words("cli.option.version"))->group(with.words("cli.label.options"));
  app.option_defaults()->group(with.words("cli.label.options"));
  app.add_option("--meeting", with.meeting, with.words("cli.option.meeting"))->type_name("ID")->envname("DAIS_MEETING");
  app.add_option("--server", with.server, with.words("cli.option.server"))->type_name("URL")->envname("DAIS_SERVER");
  app.add_flag("--json", with.is_json, with.words("cli.option.json"));
  app.add_option("--lang-ui", with.language, with.words("cli.option.lang_ui"))->type_name("LANG");
  app.add_option("--wait", with.wait, with.words("cli.option.wait"))
      ->type_name("SECONDS")
      ->check(CLI::Range(0.1, 3600.0).description(""));
  app.add_option("--command-id", with.command_id, with.words("cli.option.command_id"))
      ->type_name("ID")
      ->check([](std::string const& text) { return protocol::valid_id(text) ? std::string() : text; });
}

std::string main_footer(context const& with) {
  std::string out = with.words("cli.label.exit_codes") + ":\n";
  for (int code = 0; code <= 5; ++code)
    out += "  " + std::to_string(code) + "  " + with.words("cli.exit." + std::to_string(code)) + '\n';
  out += '\n' + with.words("cli.label.examples") + ":\n";
  for (auto const* line :
       {"dais login http://127.0.0.1:8080 --email ana@example.org", "dais agenda watch",
        "dais docs pull papers --lang fr --follow", "dais registration import members.csv --dry-run"})
    out += std::string("  ") + line + '\n';
  return out;
}

exit_code explain(CLI::App const& app, context const& with, CLI::ParseError const& error) {
  std::string const sentence = error.what();
  // A wrong command is also a missing one; CLI11 says the latter.
  std::string extra;
  for (auto const& word : app.remaining(true)) extra += (extra.empty() ? "" : " ") + word;
  if (!extra.empty()) return with.usage("cli.usage.extra", {{"detail", extra}});
  if (dynamic_cast<CLI::RequiredError const*>(&error)) {
    auto const* deepest = &app;
    while (!deepest->get_subcommands().empty()) deepest = deepest->get_subcommands().front();
    auto const needs_command = deepest->get_require_subcommand_min() > 0;
    if (!needs_command || with.is_json)
      return with.usage("cli.usage.missing", {{"detail", sentence.substr(0, sentence.find(" is required"))}});
    std::cerr << deepest->help("", CLI::AppFormatMode::Normal);
    return exit_code::usage;
  }
  return with.usage("cli.usage.value", {{"detail", sentence}});
}

int run(int count, char const* const* arguments) {
  context with;
  with.language = language_asked_for(count, arguments);
  CLI::App app{with.words("cli.about"), "dais"};
  task chosen;
  set_labels(app, with);
  add_common_options(app, with);
  app.fallthrough();
  app.require_subcommand(1);
  app.footer(main_footer(with));
  add_sign_in(app, with, chosen);
  add_meetings(app, with, chosen);
  add_agenda(app, with, chosen);
  add_documents(app, with, chosen);
  add_registration(app, with, chosen);
  add_sponsorship(app, with, chosen);
  add_notices(app, with, chosen);
  add_exports(app, with, chosen);
  add_people(app, with, chosen);
  add_completion(app, with, chosen);
  try {
    app.parse(count, arguments);
  } catch (CLI::Success const& wants_words) {
    app.exit(wants_words);
    return 0;
  } catch (CLI::ParseError const& error) {
    return static_cast<int>(explain(app, with, error));
  }
  return static_cast<int>(chosen ? chosen() : exit_code::usage);
}

}  // namespace
}  // namespace dais::command_line

int main(int count, char** arguments) {
  try {
    return dais::command_line::run(count, arguments);
  } catch (std::exception const& defect) {
    std::cerr << "dais: " << defect.what() << '\n';
    return static_cast<int>(dais::command_line::exit_code::refused);
  }
}
