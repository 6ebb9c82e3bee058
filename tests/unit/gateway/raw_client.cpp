#include "tests/unit/gateway/raw_client.hpp"

#include "server/hub/frame.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <utility>

namespace dais::gateway::tests {

raw_client::raw_client(std::uint16_t port, int receive_buffer) : x_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
  timeval const limit{.tv_sec = 10, .tv_usec = 0};
  ::setsockopt(x_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  ::setsockopt(x_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  if (receive_buffer != 0) ::setsockopt(x_socket, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(x_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(x_socket);
    x_socket = -1;
  }
}

raw_client::~raw_client() {
  if (x_socket >= 0) ::close(x_socket);
}

bool raw_client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    auto const sent = ::send(x_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool raw_client::fill() {
  char buffer[65536];
  auto const got = ::recv(x_socket, buffer, sizeof buffer, 0);
  if (got <= 0) return false;
  x_read.append(buffer, static_cast<std::size_t>(got));
  return true;
}

std::string raw_client::read_until(std::string_view end) {
  for (;;) {
    auto const found = x_read.find(end);
    if (found != std::string::npos) {
      auto const text = x_read.substr(0, found + end.size());
      x_read.erase(0, text.size());
      return text;
    }
    if (!fill()) return std::exchange(x_read, {});
  }
}

raw_response raw_client::read_response(bool head_only) {
  raw_response got;
  auto const head = read_until("\r\n\r\n");
  if (!head.starts_with("HTTP/1.1 ")) return got;
  got.status = std::stoi(head.substr(9, 3));
  auto rest = std::string_view(head).substr(head.find("\r\n") + 2);
  while (rest.size() > 2) {
    auto const end = rest.find("\r\n");
    auto const colon = rest.find(": ");
    std::string name(rest.substr(0, colon));
    std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
    got.headers[name] = rest.substr(colon + 2, end - colon - 2);
    rest.remove_prefix(end + 2);
  }
  auto const length = got.headers.find("content-length");
  if (head_only || length == got.headers.end() || got.status == 304) return got;
  auto const size = std::stoul(length->second);
  while (x_read.size() < size && fill()) {
  }
  got.body = x_read.substr(0, size);
  x_read.erase(0, got.body.size());
  return got;
}

bool raw_client::is_ended() {
  if (!x_read.empty()) return false;
  char one = 0;
  auto const got = ::recv(x_socket, &one, 1, 0);
  return got == 0 || (got < 0 && errno == ECONNRESET);
}

void raw_client::end_sending() { ::shutdown(x_socket, SHUT_WR); }

int raw_client::open_websocket(std::string_view more_headers, std::string_view path) {
  send("GET " + std::string(path) +
       " HTTP/1.1\r\nHost: dais\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: dais.v1\r\n" +
       std::string(more_headers) + "\r\n");
  return read_response().status;
}

bool raw_client::send_frame(int opcode, std::string_view payload, bool final) {
  std::string bytes;
  hub::append_frame_header(bytes, static_cast<std::uint8_t>(opcode), payload.size());
  if (!final) bytes[0] = static_cast<char>(opcode);
  bytes[1] = static_cast<char>(bytes[1] | 0x80);
  std::string const mask{'\x21', '\x7f', '\0', '\xfe'};
  bytes += mask;
  for (std::size_t i = 0; i < payload.size(); ++i) bytes += static_cast<char>(payload[i] ^ mask[i % 4]);
  return send(bytes);
}

raw_frame raw_client::read_frame() {
  auto const need = [this](std::size_t size) {
    while (x_read.size() < size) {
      if (!fill()) return false;
    }
    return true;
  };
  if (!need(2)) return {};
  auto const byte = [this](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(x_read[i])); };
  auto const short_size = byte(1);
  auto const length_bytes = short_size == 126 ? 2U : short_size == 127 ? 8U : 0U;
  if (!need(2 + length_bytes)) return {};
  std::size_t size = length_bytes == 0 ? short_size : 0;
  for (std::size_t i = 0; i < length_bytes; ++i) size = size << 8U | byte(2 + i);
  if (!need(2 + length_bytes + size)) return {};
  raw_frame got{.opcode = static_cast<int>(byte(0) & 15U), .payload = x_read.substr(2 + length_bytes, size)};
  x_read.erase(0, 2 + length_bytes + size);
  return got;
}

raw_frame raw_client::read_message() {
  for (;;) {
    auto got = read_frame();
    if (got.opcode != 9) return got;
  }
}

}  // namespace dais::gateway::tests
