// export participants|agenda|documents.
#include <unistd.h>

#include <iostream>
#include <memory>

#include "client/dais/online.hpp"
#include "client/dais/subcommands.hpp"
#include "client/native/http.hpp"
#include "client/native/rpc_answer.hpp"
#include "client/native/whole_file.hpp"

namespace dais::command_line {
namespace {

struct export_options {
  std::string what, format = "csv", file, language;
};

exit_code write_out(context const& with, export_options const& given, std::string const& bytes) {
  if (given.file.empty() || given.file == "-") {
    std::cout << bytes << std::flush;
    return std::cout ? exit_code::done : with.report(native::failure{native::failure::kind::disk, "stdout"});
  }
  if (auto const written = native::write_whole(given.file, bytes, 0644); !written) return with.report(written.error());
  with.say("cli.export.done", {{"file", given.file}});
  if (with.is_json) with.print({{"file", given.file}, {"bytes", bytes.size()}});
  return exit_code::done;
}

exit_code write_export(context const& with, export_options const& given) {
  if (given.format == "pdf" && given.file.empty() && is_terminal(STDOUT_FILENO))
    return with.usage("cli.export.no_terminal");
  auto const language = given.language.empty() ? with.language : given.language;
  if (!protocol::valid_language(language)) return with.usage("cli.bad_language", {{"text", language}});
  auto const server = with.find_server();
  if (!server) return server.error();
  auto const meeting = find_meeting(with);
  if (!meeting) return meeting.error();
  native::http_request request{.method = "GET",
                               .target = "/exports/" + native::percent_encoded(meeting->value) + '/' + given.what +
                                         '.' + given.format + "?lang=" + native::percent_encoded(language),
                               .headers = {},
                               .body = {},
                               .file = {}};
  if (auto const token = with.token(); !token.empty()) request.headers["Authorization"] = "Bearer " + token;
  auto const response = native::exchange(*server, request, nullptr, with.limits());
  if (!response) return with.report(response.error());
  if (response->head.status != 200) return with.report(native::read_refusal(response->head.status, response->body));
  return write_out(with, given, response->body);
}

}  // namespace

void add_exports(CLI::App& app, context& with, task& chosen) {
  auto const given = std::make_shared<export_options>();
  auto& one =
      add_subcommand(app, with, "export", "cli.export.about",
                     {{"dais export participants --format pdf --lang fr -o participants.pdf", "cli.export.example.pdf"},
                      {"dais export agenda --format csv | head", "cli.export.example.csv"}});
  one.add_option("what", given->what, with.words("cli.export.what"))
      ->type_name("participants|agenda|documents")
      ->required()
      ->check(CLI::IsMember({"participants", "agenda", "documents"}).description(""));
  one.add_option("--format", given->format, with.words("cli.export.format"))
      ->type_name("csv|json|pdf")
      ->check(CLI::IsMember({"csv", "json", "pdf"}).description(""));
  one.add_option("-o,--output", given->file, with.words("cli.export.file"))->type_name("FILE");
  one.add_option("--lang", given->language, with.words("cli.export.lang"))->type_name("LANG");
  one.callback([&chosen, &with, given] { chosen = [&with, given] { return write_export(with, *given); }; });
}

}  // namespace dais::command_line
