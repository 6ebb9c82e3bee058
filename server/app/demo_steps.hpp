#pragma once
// What preparing a demo is made of: commands of the server's own, states, sample papers.

#include <expected>
#include <string>

#include "protocol/codec.hpp"
#include "protocol/meeting_file.hpp"
#include "server/app/server.hpp"

namespace dais::app {

/// An error is words for the operator.
using outcome = std::expected<void, std::string>;

/// A refusal in words, with the line and the path that it is about.
std::string words_of(protocol::rejection const& why);

/// Has the server give a command; `command` makes a repeat of the same one harmless.
std::expected<protocol::json, std::string> give(server& on, std::string const& command, std::string const& meeting,
                                                std::string const& method, protocol::json const& params);

/// The state of a meeting's topic; an empty one where there is none.
template <class State>
State topic_state(server& on, std::string const& meeting, std::string const& name) {
  auto const state = on.topic(meeting, name);
  auto read = state ? protocol::decode<State>(*state) : protocol::result<State>(State{});
  return read ? std::move(*read) : State{};
}

/// The best of these for a reader of `language`.
std::string text_in(protocol::meeting_file const& file, std::string const& language,
                    protocol::localized_name const& from);

/// Prints a paper that says that it is a sample, and keeps it. `name` is what the file is called, without its ending.
std::expected<protocol::document_file, std::string> keep_sample(server& on, protocol::meeting_file const& file,
                                                                std::string const& language, std::string const& symbol,
                                                                protocol::localized_name const& title,
                                                                std::string const& name);

/// Adds an account that the server makes for itself, whose sign-in link it prints, unless it is there. `mailbox` tells
/// such accounts apart.
outcome add_own_account(server& on, std::string const& name, std::string const& mailbox,
                        protocol::role_grant const& grant);

/// Whether an account is one of those.
bool is_own(protocol::account_details const& account);

}  // namespace dais::app
