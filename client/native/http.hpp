#pragma once
// One HTTP/1.1 exchange, in memory or streamed; blocks its thread, never without a deadline.

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "client/native/address.hpp"
#include "client/native/failure.hpp"

namespace dais::native {

struct http_request {
  std::string method = "GET";
  std::string target;  ///< below the address's path, encoded: "/documents/11msp/CCM/MSP/2023/2/fr"
  std::map<std::string, std::string> headers;  ///< besides Host, User-Agent and what describes the body
  std::string body;
  std::optional<std::filesystem::path> file;  ///< sent as the body instead, piece by piece
};

struct http_head {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::optional<std::uint64_t> length;         ///< of the body that follows
};

struct http_response {
  http_head head;
  std::string body;
};

struct http_limits {
  std::chrono::milliseconds connect{15'000};
  std::chrono::milliseconds silence{60'000};  ///< nothing comes or goes for this long
  std::uint64_t body = 64 * 1'048'576;        ///< bytes of a body kept in memory
};

/// Where a streamed body goes. What an error says is the failure of the exchange.
class http_sink {
public:
  virtual ~http_sink() = default;
  /// Once, before any bytes. True: `take` gets the body; false: it is kept in memory (an error's words).
  virtual std::expected<bool, failure> begin(http_head const& head) = 0;
  virtual std::expected<void, failure> take(std::string_view bytes) = 0;
};

/// How many bytes of the request's body have gone, and of how many. False stops.
using upload_progress = std::function<bool(std::uint64_t sent, std::uint64_t total)>;

/// Sends one request over a connection of its own. Any status is a response; a failure means that there was none.
/// A redirection is not followed.
std::expected<http_response, failure> exchange(address const& server, http_request const& request,
                                               http_sink* sink = nullptr, http_limits const& limits = {},
                                               upload_progress const& progress = {});

}  // namespace dais::native
