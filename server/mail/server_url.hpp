#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dais::mail {

/// What a mail server's URL says.
struct server_url {
  bool is_tls = false;  ///< from the first byte on (smtps)
  std::string host;     ///< IPv6 in its brackets
  std::uint16_t port = 0;

  /// Whether the host is this machine by its usual names, where nobody is between us and it.
  bool is_here() const;
  /// As libcurl takes it; `greeting` is the name under which we introduce ourselves.
  std::string text(std::string_view greeting) const;
};

/// Reads smtp://host[:port] and smtps://host[:port]; ports 587 and 465 where none is given. Nothing where it is
/// anything else, also with a user, a path or a query.
std::optional<server_url> read_server_url(std::string_view text);

}  // namespace dais::mail
