#pragma once
// One running server: engines, shards, streams, services and the way in, started and stopped in their order.

#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "protocol/errors.hpp"
#include "protocol/json.hpp"
#include "protocol/values.hpp"
#include "server/domain/organization/state.hpp"
#include "server/gateway/options.hpp"
#include "server/mail/message.hpp"

namespace dais::app {

struct configuration {
  std::filesystem::path data;  ///< the data directory; made where it is not there
  std::size_t shards = 1;
  gateway::options gateway;
  std::optional<mail::mail_settings> mail;  ///< where letters go by e-mail; without it, they are sent by hand
};

inline constexpr char const* version = "0.1.0";

class server {
public:
  explicit server(configuration chosen);
  ~server();
  server(server const&) = delete;
  server& operator=(server const&) = delete;

  /// Opens the data directory, reads the journal and serves streams, not yet listening. An error is words for the
  /// operator.
  std::expected<void, std::string> run();
  /// Listens; yields the port.
  std::expected<std::uint16_t, std::string> listen();
  /// Tells everybody to come back, finishes what is under way, closes the engines. Also done by the destructor.
  void stop();

  /// A command of the server itself, past the rights but not past the rules: waits for its answer. `command` makes a
  /// repeat of the same one harmless. `meeting` is empty for the organization.
  protocol::result<protocol::json> command(std::string const& command, std::string const& meeting,
                                           std::string const& method, protocol::json const& params);
  /// A copy of the organization's state.
  domain::organization_state organization();
  /// The state of a meeting's topic.
  std::optional<protocol::json> topic(std::string const& meeting, std::string const& topic);
  /// What importing this file would do.
  protocol::result<protocol::json> preview(std::string const& file);
  /// A new one-time link's token for an account.
  protocol::result<std::string> link(protocol::account_id const& account);
  /// Keeps a file in the vault; yields its hash and size as of a document.
  std::expected<std::string, std::string> keep(std::string const& bytes);

private:
  struct parts;
  std::unique_ptr<parts> parts_;
};

}  // namespace dais::app
