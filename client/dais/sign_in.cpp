// login, logout.
#include <unistd.h>

#include <array>
#include <iostream>
#include <memory>

#include "client/dais/subcommands.hpp"
#include "client/native/http.hpp"
#include "client/native/rpc_answer.hpp"
#include "protocol/codec.hpp"
#include "protocol/limits.hpp"
#include "protocol/methods/people.hpp"

namespace dais::command_line {
namespace {

struct login_options {
  std::string url, email, link;
  bool is_password_on_stdin = false;
};

std::string device_name() {
  std::array<char, 80> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) return "dais";
  return std::string("dais, ") + host.data();
}

/// Only the token of a link that was copied whole.
std::string token_of_link(std::string const& link) {
  auto const place = link.rfind("/link/");
  return place == std::string::npos ? link : link.substr(place + 6);
}

outcome<std::string> password(context const& with, login_options const& given) {
  if (given.is_password_on_stdin) {
    std::string line;
    std::getline(std::cin, line);
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }
  auto typed = ask_person(with.words("cli.login.password"), true);
  if (!typed) return std::unexpected(with.usage("cli.login.no_password"));
  return *typed;
}

exit_code keep(context const& with, native::address const& server, native::http_response const& response) {
  auto const body = protocol::parse(response.body, protocol::limits::socket_message);
  auto const read = body ? protocol::decode<protocol::sessions::signed_in>(*body)
                         : protocol::result<protocol::sessions::signed_in>(std::unexpected(body.error()));
  if (!read || read->token.empty()) return with.usage("cli.not_a_server");
  auto const name = read->who.name.value_or("");
  if (auto const saved = native::save_session(native::session_path(), {server.text(), read->token, name}); !saved)
    return with.report(saved.error());
  with.say("cli.login.done", {{"name", name}, {"server", server.text()}});
  if (with.is_json) with.print({{"server", server.text()}, {"who", protocol::encode(read->who)}});
  return exit_code::done;
}

exit_code login(context const& with, login_options const& given) {
  auto const server = native::read_address(given.url);
  if (!server) return with.usage("cli.bad_address", {{"text", given.url}});
  if (native::session_path().empty()) return with.usage("cli.no_home");
  if (given.email.empty() == given.link.empty()) return with.usage("cli.login.one_way");
  native::http_request request{.method = "POST", .target = "/sign-in", .headers = {}, .body = {}, .file = {}};
  protocol::json body{{"device", device_name()}};
  if (given.link.empty()) {
    auto const secret = password(with, given);
    if (!secret) return secret.error();
    body["email"] = given.email;
    body["password"] = *secret;
    request.headers["Content-Type"] = "application/json";
    request.body = protocol::canonical(body);
  } else {
    request.target = "/link/" + native::percent_encoded(token_of_link(given.link));
  }
  auto const response = native::exchange(*server, request, nullptr, with.limits());
  if (!response) return with.report(response.error());
  if (response->head.status != 200) return with.report(native::read_refusal(response->head.status, response->body));
  return keep(with, *server, *response);
}

exit_code logout(context const& with) {
  auto const file = native::session_path();
  auto const kept = native::load_session(file);
  auto code = exit_code::done;
  if (kept && *kept) {
    if (auto const server = native::read_address((*kept)->server)) {
      native::http_request const request{.method = "POST",
                                         .target = "/sign-out",
                                         .headers = {{"Authorization", "Bearer " + (*kept)->token}},
                                         .body = {},
                                         .file = {}};
      auto const ended = native::exchange(*server, request, nullptr, with.limits());
      // What is kept here goes in any case; that the server still knows the session must be said.
      if (!ended) code = with.report(ended.error());
    }
  }
  if (auto const removed = native::remove_session(file); !removed) return with.report(removed.error());
  with.say("cli.logout.done");
  if (with.is_json) with.print({{"signed_out", code == exit_code::done}});
  return code;
}

}  // namespace

void add_sign_in(CLI::App& app, context& with, task& chosen) {
  auto const given = std::make_shared<login_options>();
  auto& in = add_subcommand(
      app, with, "login", "cli.login.about",
      {{"dais login https://dais.example.org --email ana@example.org", "cli.login.example.email"},
       {"dais login http://127.0.0.1:8080 --link 3kF…", "cli.login.example.link"},
       {"pass dais | dais login URL --email ana@example.org --password-stdin", "cli.login.example.stdin"}});
  in.add_option("url", given->url, with.words("cli.login.url"))->type_name("URL")->required();
  in.add_option("--email", given->email, with.words("cli.login.email"))->type_name("EMAIL");
  in.add_option("--link", given->link, with.words("cli.login.link"))->type_name("TOKEN");
  in.add_flag("--password-stdin", given->is_password_on_stdin, with.words("cli.login.password_stdin"));
  in.callback([&, given] { chosen = [&with, given] { return login(with, *given); }; });

  auto& out = add_subcommand(app, with, "logout", "cli.logout.about");
  out.callback([&] { chosen = [&with] { return logout(with); }; });
}

}  // namespace dais::command_line
