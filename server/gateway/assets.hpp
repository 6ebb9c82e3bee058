#pragma once

#include "server/gateway/request.hpp"
#include "server/gateway/response.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dais::gateway {

/// One file of the web app, carried in the program: every view lives as long as the program.
struct asset {
  std::string_view path;  ///< `/assets/index-4f3a2b1c.js`
  std::string_view media_type;
  std::string_view etag;  ///< with its quotes
  std::string_view plain;
  std::string_view gzip = {};  ///< empty where compression does not pay
  std::string_view brotli = {};
};

/// What browsers are told that the app's pages may load.
inline constexpr std::string_view default_content_security_policy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// Answers GET and HEAD of the web app: `/index.html` for every address that is a page of the app (no dot in the last
/// segment), files by their path, in the best encoding that the browser takes. Files under `/assets/` have a hash in
/// their name and may be kept for ever; everything else is asked for again.
response asset_response(std::span<asset const> all, request_head const& head, request_target const& target,
                        std::string_view content_security_policy);

}  // namespace dais::gateway
