#pragma once

#include "protocol/limits.hpp"
#include "server/hub/outbox.hpp"
#include "server/runtime/deadlines.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace dais::gateway {

/// What a deployment may choose about the way in.
struct options {
  std::string address = "127.0.0.1";  ///< IPv4 or IPv6 address to listen on
  std::uint16_t port = 0;             ///< 0: one that is free
  /// Connections open at a time, of all kinds; one beyond is closed as soon as it is accepted.
  std::size_t connections = 20'000;
  /// Bytes of a POST /rpc or sign-in, of a WebSocket message, of an upload.
  std::size_t rpc_bytes = protocol::limits::posted_message;
  std::size_t sign_in_bytes = 64 * 1024;
  std::size_t message_bytes = protocol::limits::socket_message;
  std::size_t upload_bytes = protocol::limits::upload;
  /// Requests of one WebSocket that may wait for their answer; the peer is not read past that.
  std::size_t calls_in_flight = protocol::limits::commands_in_flight;
  hub::outbox::limits outbox = {};
  runtime::deadlines deadlines = {};
  /// Addresses of proxies whose X-Forwarded-Proto is believed.
  std::vector<std::string> trusted_proxies = {};
  /// Origins that count as our own besides the host that a request names: `https://meeting.example`.
  std::vector<std::string> origins = {};
  /// Marks every cookie Secure.
  bool secure_cookies = false;
  /// Empty: the default of assets.hpp.
  std::string content_security_policy = {};
};

}  // namespace dais::gateway
