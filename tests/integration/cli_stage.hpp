#pragma once
// One server for all tests of the command line, and people who use it from a terminal.

#include <gtest/gtest.h>

#include <memory>

#include "tests/integration/person.hpp"
#include "tests/integration/stage.hpp"

namespace dais::integration {

/// Tests share the server, so each makes what it changes.
struct cli_stage : testing::Test {
  static void SetUpTestSuite() { on = std::make_unique<stage>(1); }
  static void TearDownTestSuite() { on.reset(); }

  /// Somebody who is signed in nowhere.
  person stranger(std::string const& name = "stranger") { return person(folder / name); }
  /// Somebody who has signed in by a one-time link to the account that the demo made for this role; the server is at
  /// `where`.
  person someone(std::string const& role, native::address const& where);
  person someone(std::string const& role) { return someone(role, on->where()); }
  /// The one-time link's token for that account.
  static std::string link_for(std::string const& role);
  static std::string url() { return on->where().text(); }
  /// A token of the secretariat for what a test does past the command line.
  static std::string const& desk();
  /// A topic's state as the secretariat sees it.
  static json state(std::string const& topic) { return on->follow(desk(), {topic}).begin()->second.value(); }

  /// Makes a document for everyone and publishes it in French with this text; yields its id.
  std::string publish(std::string const& title, std::string const& text);
  /// Publishes a revision with another text.
  void revise(std::string const& document, std::string const& text);

  static inline std::unique_ptr<stage> on;
  support::temporary_folder folder;

private:
  void publish_draft(std::string const& document, std::string const& text);
};

}  // namespace dais::integration
