#pragma once
// A mail server on a free port, which answers as it is told and keeps what it was handed.

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/certificate.hpp"

namespace dais::support {

/// What the server answers; every reply in one line, without its end.
struct manners {
  std::string host = "127.0.0.1";
  std::string greeting = "220 mail.example.org at your service";
  std::string sender = "250 ok", recipient = "250 ok", data = "354 go on", end = "250 queued";
  std::string signed_in = "235 welcome";
  std::optional<certificate> certificate;  ///< offers STARTTLS with it
  bool answers = true;                     ///< false: takes the connection, and says nothing at all
  bool hangs_up = false;                   ///< closes the connection in answer to DATA
};

/// Serves one connection after the other until it is destroyed.
class fake_mail_server {
public:
  explicit fake_mail_server(manners how = {});
  ~fake_mail_server();

  std::string url() const { return "smtp://" + x_how.host + ':' + std::to_string(x_port); }
  /// The commands so far, in order; those inside TLS begin with "tls ".
  std::vector<std::string> commands() const;
  /// The last message as it was handed over, with its dots as they were meant.
  std::string message() const;

private:
  class session;
  void serve();

  manners x_how;
  int x_listener = -1;
  int x_port = 0;
  std::atomic<int> x_socket = -1;
  std::atomic<bool> x_is_stopping = false;
  mutable std::mutex x_guard;
  std::vector<std::string> x_commands;
  std::string x_message;
  std::jthread x_thread;
};

}  // namespace dais::support
