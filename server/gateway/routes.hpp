#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dais::gateway {

/// What answers a request.
enum class route : std::uint8_t {
  health,    ///< /healthz
  text,      ///< /readyz, /metrics, /openrpc.json, /schema/<name>.json
  live,      ///< /live
  events,    ///< /events
  rpc,       ///< /rpc
  sign_in,   ///< /sign-in
  sign_out,  ///< /sign-out
  link,      ///< /link/<token>
  document,  ///< /documents/<path>
  file,      ///< /files/<path>
  export_,   ///< /exports/<path>
  upload,    ///< /uploads[/<path>]
  asset,     ///< everything else: the web app
};

/// A short name for metrics and logs.
std::string_view name_of(route which);

struct routed {
  route to = route::asset;
  /// What follows the route's own part of the path.
  std::string rest = {};
  /// Empty when the method is taken; otherwise what the Allow field of the 405 says.
  std::string_view allow = {};
};

/// Finds the route of a decoded path. HEAD is taken wherever GET is.
routed find_route(std::string_view method, std::string_view path);

}  // namespace dais::gateway
