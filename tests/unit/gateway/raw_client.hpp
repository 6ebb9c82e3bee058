#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace dais::gateway::tests {

struct raw_response {
  int status = 0;  ///< 0: the connection ended before an answer
  std::map<std::string, std::string> headers;
  std::string body;
};

struct raw_frame {
  int opcode = -1;  ///< -1: the connection ended
  std::string payload;
  /// The code of a close frame.
  int code() const {
    return payload.size() < 2 ? 0
                              : static_cast<unsigned char>(payload[0]) << 8 | static_cast<unsigned char>(payload[1]);
  }
};

/// A plain blocking socket that gives up after ten seconds: sends exactly what it is told.
class raw_client {
public:
  explicit raw_client(std::uint16_t port, int receive_buffer = 0);
  ~raw_client();
  raw_client(raw_client const&) = delete;
  raw_client& operator=(raw_client const&) = delete;

  /// False when the peer takes no more.
  bool send(std::string_view bytes);
  /// One whole answer; without body after HEAD.
  raw_response read_response(bool head_only = false);
  /// Sends and reads.
  raw_response ask(std::string_view request) {
    send(request);
    return read_response(request.starts_with("HEAD "));
  }
  /// Reads until `end` has come and returns everything up to it; what came when the connection ends before.
  std::string read_until(std::string_view end);
  /// True when the peer ends (cleanly or by a reset) before anything else comes.
  bool is_ended();
  /// Ends our side only.
  void end_sending();

  /// Opens a WebSocket; the status of the answer.
  int open_websocket(std::string_view more_headers = {}, std::string_view path = "/live");
  bool send_frame(int opcode, std::string_view payload, bool final = true);
  raw_frame read_frame();
  /// The next frame that is no ping.
  raw_frame read_message();

private:
  bool fill();

  int x_socket;
  std::string x_read;
};

}  // namespace dais::gateway::tests
