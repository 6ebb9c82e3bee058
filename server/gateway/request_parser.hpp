#pragma once

#include "server/gateway/request.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace dais::gateway {

struct parser_limits {
  /// First line and header fields together; also the trailers of a chunked body.
  std::size_t header_bytes = 16 * 1024;
  /// Chunk extensions of a whole body.
  std::size_t extension_bytes = 4 * 1024;
};

/// Reads one HTTP/1.x request: bytes in, head and body out. No I/O, and no exception whatever comes in.
class request_parser {
public:
  enum class progress : std::uint8_t {
    need_more,  ///< feed again what was not used, with more behind it
    head,       ///< the head is complete, and a body follows: look at it, then feed on
    body,       ///< a piece of the body is there: take it with `take_body`, then feed on
    complete,   ///< the request has ended
    failed,     ///< answer with `failure_status` and close
  };

  explicit request_parser(parser_limits limits = {});
  ~request_parser();
  request_parser(request_parser&&) noexcept;
  request_parser& operator=(request_parser&&) noexcept;

  /// Reads from the front of `input` and removes what it used. A request without body goes to `complete` at once.
  progress feed(std::string_view& input);

  /// Valid from `head` or `complete` on.
  request_head const& head() const;
  /// What has come of the body since the last call.
  std::string take_body();
  /// 400, 413, 431, 501 or 505.
  int failure_status() const;
  /// Whether any byte of a request has come.
  bool started() const;

private:
  class engine;
  std::unique_ptr<engine> x_engine;
};

}  // namespace dais::gateway
