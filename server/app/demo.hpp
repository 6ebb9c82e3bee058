#pragma once
// A meeting to try things out with: imported from its file, with an account for each role and sample documents.

#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "server/app/server.hpp"

namespace dais::app {

/// An account to show at the start, with a one-time link for it.
struct entrance {
  std::string name;
  std::string token;
};

/// Imports the meeting's file as it stands, if anything in it is new. An error names what is refused, with its line.
std::expected<std::string, std::string> import_file(server& on, std::filesystem::path const& file);

/// Imports the file unless the meeting was made from the very same one, then adds what is not there yet: an account for
/// each role (two of the committee), sample documents (each page says that it is one), approved delegations, and the
/// applicants of a pool that lies beside the file. Doing it again changes nothing.
std::expected<void, std::string> prepare_demo(server& on, std::filesystem::path const& file);

/// Adds an account for the secretariat of all meetings if there is no account at all.
std::expected<void, std::string> ensure_secretariat(server& on);

/// A new one-time link for each open account of the server's own making.
std::vector<entrance> entrances(server& on);

}  // namespace dais::app
