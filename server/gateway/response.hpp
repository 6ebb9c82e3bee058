#pragma once

#include "server/gateway/service.hpp"
#include "server/runtime/clock.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dais::gateway {

/// Bytes of a document to send.
struct file_part {
  std::shared_ptr<vault::blob const> bytes;
  std::uint64_t first = 0;
  std::uint64_t size = 0;
};

/// An answer to one request.
struct response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
  /// In place of `body` where it holds bytes that live as long as the program (assets).
  std::string_view fixed_body = {};
  /// In place of `body` where it has bytes.
  file_part file = {};
  /// Ends the connection after this answer.
  bool close = false;
  /// The body has no length: it ends with the connection.
  bool until_close = false;

  void set(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
  std::uint64_t body_size() const;
};

/// An answer in JSON.
response json_response(int status, std::string json);
/// `{"error":{"code","message","field"?}}`
response refused(refusal const& why);
response refused(int status, std::string code, std::string message);
/// A whole answer made in memory.
response content_response(content made);

/// The first line and the header fields, with those that every answer has: Date, Content-Length, Connection where the
/// connection ends, and what tells a browser not to guess types, frame pages or pass addresses on.
std::string render_head(response const& of, bool keep_alive, runtime::instant now);

/// A moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
std::string http_date(runtime::instant when);

std::string_view reason_phrase(int status);

/// JSON text of a string, with its quotes. Bytes that are not UTF-8 become U+FFFD.
std::string json_text(std::string_view text);

}  // namespace dais::gateway
