#include "client/dais/export_file.hpp"

#include <unistd.h>

#include <iostream>

#include "client/dais/online.hpp"
#include "client/native/http.hpp"
#include "client/native/rpc_answer.hpp"
#include "client/native/whole_file.hpp"

namespace dais::command_line {
namespace {

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

}  // namespace

exit_code write_export(context const& with, export_options const& given) {
  bool const is_binary = given.format == "pdf" || given.format == "xlsx";
  if (is_binary && given.file.empty() && is_terminal(STDOUT_FILENO))
    return with.usage("cli.export.no_terminal", {{"format", given.format}});
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

}  // namespace dais::command_line
