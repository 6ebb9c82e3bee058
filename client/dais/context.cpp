#include "client/dais/context.hpp"

#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>

#include "protocol/codec.hpp"

namespace dais::command_line {
namespace {

std::string_view failure_key(native::failure::kind kind) {
  switch (kind) {
    case native::failure::kind::unreachable:
      return "cli.failure.unreachable";
    case native::failure::kind::timed_out:
      return "cli.failure.timed_out";
    case native::failure::kind::not_trusted:
      return "cli.failure.not_trusted";
    case native::failure::kind::too_large:
      return "cli.failure.too_large";
    case native::failure::kind::disk:
      return "cli.failure.disk";
    case native::failure::kind::stopped:
      return "cli.failure.stopped";
    case native::failure::kind::broken:
      break;
  }
  return "cli.failure.broken";
}

/// The part of a key after its last dot.
std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

}  // namespace

std::string language_of_environment() {
  for (auto const* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    auto const* value = std::getenv(name);
    if (!value || !*value) continue;
    std::string text(value);
    text = text.substr(0, text.find_first_of(".@"));
    for (char& c : text)
      if (c == '_') c = '-';
    return protocol::valid_language(text) ? text : "en";
  }
  return "en";
}

std::string context::words(std::string_view key, catalogue::arguments const& values) const {
  return catalogue::format(language, key, values);
}

void context::say(std::string_view key, catalogue::arguments const& values) const {
  if (!is_json) std::cout << words(key, values) << '\n' << std::flush;
}

void context::note(std::string_view key, catalogue::arguments const& values) const {
  std::cerr << words(key, values) << '\n' << std::flush;
}

void context::print(protocol::json const& value) const {
  std::cout << protocol::canonical(value) << '\n' << std::flush;
}

std::string context::problem_words(protocol::problem const& problem) const {
  if (language.starts_with("en") && !problem.words.empty()) return problem.words;
  return catalogue::error_words(language, problem);
}

exit_code context::report(protocol::rejection const& why) const {
  if (is_json) {
    auto error = why.problems.empty() ? protocol::json::object() : protocol::encode(why.problems.front());
    error["problems"] = protocol::encode(why.problems);
    std::cerr << protocol::canonical({{"error", error}}) << '\n';
  } else {
    for (auto const& problem : why.problems)
      std::cerr << "dais: " << problem_words(problem) << (problem.path.empty() ? "" : " [" + problem.path + ']')
                << '\n';
    if (why.code() == protocol::error_code::signed_out) note("cli.hint.login");
  }
  return exit_code_of(why.code());
}

void context::say_error(std::string_view code, std::string const& text) const {
  if (is_json)
    std::cerr << protocol::canonical({{"error", {{"code", code}, {"words", text}}}}) << '\n';
  else
    std::cerr << "dais: " << text << '\n';
}

exit_code context::report(native::failure const& why) const {
  say_error(last_part(failure_key(why.what)), words(failure_key(why.what), {{"detail", why.words}}));
  return exit_code_of(why.what);
}

exit_code context::refuse(protocol::error_code code, std::string_view key, catalogue::arguments const& values) const {
  say_error(protocol::encode(code).get<std::string>(), words(key, values));
  return exit_code_of(code);
}

exit_code context::usage(std::string_view key, catalogue::arguments const& values) const {
  say_error("usage", words(key, values));
  return exit_code::usage;
}

std::optional<native::session> context::kept_session() const {
  auto const read = native::load_session(native::session_path());
  return read ? *read : std::nullopt;
}

outcome<native::address> context::find_server() const {
  auto text = server;
  if (text.empty()) {
    auto const kept = native::load_session(native::session_path());
    if (!kept) return std::unexpected(report(kept.error()));
    if (!*kept) {
      usage("cli.no_server");
      return std::unexpected(exit_code::not_allowed);
    }
    text = (*kept)->server;
  }
  auto const read = native::read_address(text);
  if (!read) return std::unexpected(usage("cli.bad_address", {{"text", text}}));
  return *read;
}

std::string context::token() const {
  auto const kept = kept_session();
  if (!kept) return "";
  if (server.empty()) return kept->token;
  auto const asked = native::read_address(server);
  auto const signed_in = native::read_address(kept->server);
  return asked && signed_in && *asked == *signed_in ? kept->token : "";
}

native::http_limits context::limits() const {
  native::http_limits out;
  out.connect = std::min(out.connect, patience());
  out.silence = patience();
  return out;
}

protocol::command_id context::new_command() const {
  if (!command_id.empty()) return {command_id};
  constexpr std::string_view digits = "0123456789abcdef";
  std::random_device random;
  std::string out = "cli-";
  for (int i = 0; i < 32; ++i) out += digits[random() % digits.size()];
  return {out};
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

std::optional<std::string> ask_person(std::string const& question, bool is_secret) {
  if (!is_terminal(STDIN_FILENO)) return std::nullopt;
  termios before{};
  bool const is_hidden = is_secret && ::tcgetattr(STDIN_FILENO, &before) == 0;
  if (is_hidden) {
    auto hidden = before;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  std::cerr << question << ' ' << std::flush;
  std::string line;
  bool const is_read = static_cast<bool>(std::getline(std::cin, line));
  if (is_hidden) {
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    std::cerr << '\n';
  }
  return is_read ? std::optional(line) : std::nullopt;
}

}  // namespace dais::command_line
