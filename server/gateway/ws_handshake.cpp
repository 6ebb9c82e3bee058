#include "server/gateway/ws_handshake.hpp"

#include "server/gateway/text.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace dais::gateway {

namespace {

constexpr std::string_view subprotocol = "dais.v1";

std::string base64(std::string_view bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  auto const size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<unsigned char const*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

/// Sixteen bytes in base64.
bool is_key(std::string_view key) {
  return key.size() == 24 && key.ends_with("==") &&
         std::ranges::all_of(key.substr(0, 22), [](char c) { return is_alphanumeric(c) || c == '+' || c == '/'; });
}

}  // namespace

std::string websocket_accept(std::string_view key) {
  auto const text = std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha1(), nullptr);
  return base64({reinterpret_cast<char const*>(digest.data()), size});
}

std::expected<std::string, handshake_fault> accept_websocket(request_head const& head) {
  auto const fault = [](int status, std::string message) {
    return std::unexpected(handshake_fault{.status = status, .message = std::move(message)});
  };
  if (head.method != "GET" || head.version != 11) return fault(400, "A WebSocket is opened with GET and HTTP/1.1.");
  if (!list_has(head.headers.get("Upgrade"), "websocket") || !list_has(head.headers.get("Connection"), "upgrade")) {
    return fault(426, "This address speaks WebSocket: ask for an upgrade.");
  }
  if (head.headers.get("Sec-WebSocket-Version") != "13") return fault(426, "Only version 13 of WebSocket is spoken.");
  if (head.headers.count("Sec-WebSocket-Key") != 1 || !is_key(head.headers.get("Sec-WebSocket-Key"))) {
    return fault(400, "Sec-WebSocket-Key must be 16 bytes in base64.");
  }
  if (head.has_body()) return fault(400, "An upgrade has no body.");
  if (!list_has_exactly(head.headers.joined("Sec-WebSocket-Protocol"), subprotocol)) {
    return fault(400, "Ask for the subprotocol dais.v1.");
  }
  return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " +
         websocket_accept(head.headers.get("Sec-WebSocket-Key")) +
         "\r\nSec-WebSocket-Protocol: " + std::string(subprotocol) + "\r\n\r\n";
}

}  // namespace dais::gateway
