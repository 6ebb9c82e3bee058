#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "client/dais/exit_code.hpp"
#include "client/native/address.hpp"
#include "client/native/failure.hpp"
#include "client/native/http.hpp"
#include "client/native/session_file.hpp"
#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/values.hpp"
#include "server/catalogue/language.hpp"
#include "server/catalogue/message.hpp"

namespace dais::command_line {

template <class T>
using outcome = std::expected<T, exit_code>;

/// What a subcommand does once the whole command line is read.
using task = std::function<exit_code()>;

/// The language of the words: LC_ALL, LC_MESSAGES, LANG in this order ("fr_CH.UTF-8" is "fr-CH"), else English.
std::string language_of_environment();

/// What every subcommand shares: the options that all of them take, the words, and how things are said.
class context {
public:
  bool is_json = false;
  std::string language = "en";  ///< of the words
  std::string meeting;          ///< as given with --meeting; may be empty
  std::string server;           ///< as given with --server; may be empty
  std::string command_id;       ///< as given with --command-id; may be empty
  double wait = 30;             ///< seconds

  std::string words(std::string_view key, catalogue::arguments const& values = {}) const;
  /// A line for people, on stdout; not with --json.
  void say(std::string_view key, catalogue::arguments const& values = {}) const;
  /// A line for people, on stderr, so that it is not in the way of output.
  void note(std::string_view key, catalogue::arguments const& values = {}) const;
  /// One JSON value on one line of stdout.
  void print(protocol::json const& value) const;

  /// The text of a map of languages for our reader.
  template <std::size_t Max>
  std::string pick(protocol::localized<Max> const& texts) const {
    return std::string(catalogue::pick(texts, language).text);
  }

  /// What a problem says: the server's own sentence in English, else the catalogue's.
  std::string problem_words(protocol::problem const& problem) const;
  /// Says on stderr why something was refused (as JSON with --json).
  exit_code report(protocol::rejection const& why) const;
  exit_code report(native::failure const& why) const;
  /// Refuses here, in words of the catalogue, as the server would with this code.
  exit_code refuse(protocol::error_code code, std::string_view key, catalogue::arguments const& values = {}) const;
  /// Says that the command line is wrong.
  exit_code usage(std::string_view key, catalogue::arguments const& values = {}) const;

  /// The server to talk to: --server, else where we are signed in; said on stderr where there is none.
  outcome<native::address> find_server() const;
  /// The token for that server, "" for the public.
  std::string token() const;
  std::chrono::milliseconds patience() const {
    return std::chrono::milliseconds(static_cast<std::int64_t>(wait * 1000));
  }
  /// The same for one HTTP exchange.
  native::http_limits limits() const;
  /// --command-id, else a new one.
  protocol::command_id new_command() const;

private:
  std::optional<native::session> kept_session() const;
  void say_error(std::string_view code, std::string const& text) const;
};

/// Whether a person looks at this stream.
bool is_terminal(int descriptor);
/// Asks on the terminal and reads a line; nothing where there is no terminal. `is_secret` hides what is typed.
std::optional<std::string> ask_person(std::string const& question, bool is_secret);

}  // namespace dais::command_line
