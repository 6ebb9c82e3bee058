#pragma once

#include <expected>
#include <filesystem>
#include <optional>
#include <string>

#include "client/native/failure.hpp"

namespace dais::native {

/// Where somebody is signed in, as it is kept between two runs of a program.
struct session {
  std::string server;  ///< as read_address reads it
  std::string token;   ///< bearer token
  std::string name;    ///< of the account's holder, to be shown
};

/// $XDG_CONFIG_HOME/dais/session.json, else below ~/.config; empty where neither is set.
std::filesystem::path session_path();

/// Nothing where there is no file; a failure where it cannot be read as one.
std::expected<std::optional<session>, failure> load_session(std::filesystem::path const& file);
/// Writes it whole or not at all, for nobody but its owner (mode 0600), and makes its folder where it is missing.
std::expected<void, failure> save_session(std::filesystem::path const& file, session const& what);
/// No file is no failure.
std::expected<void, failure> remove_session(std::filesystem::path const& file);

}  // namespace dais::native
