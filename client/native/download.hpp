#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <functional>
#include <string>

#include "client/native/http.hpp"

namespace dais::native {

/// A file that is known by its content before it is fetched.
struct download {
  std::string target;                 ///< as in http_request
  std::string token;                  ///< bearer token; "" for the public
  std::string sha256;                 ///< hex; also the entity tag under which the server has it
  std::uint64_t size = 0;             ///< bytes
  std::filesystem::path part;         ///< where its beginning is kept until it is whole
  std::filesystem::path destination;  ///< replaced in one step when it is whole and right
};

/// How many bytes are here, and of how many. False stops; the part stays for the next time.
using download_progress = std::function<bool(std::uint64_t here, std::uint64_t total)>;

/// Why there is no file: a failure, or the server's refusal where `status` is not 0.
struct download_fault {
  failure why;
  int status = 0;
  std::string body;  ///< of the refusal
};

/// Fetches it, going on where an earlier attempt stopped (Range with If-Range). Bytes that do not have the expected
/// hash never get to the destination, and their part is thrown away.
std::expected<void, download_fault> fetch(address const& server, download const& what,
                                          download_progress const& progress = {}, http_limits const& limits = {});

}  // namespace dais::native
