#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dais::native {

/// Where a server is: http:// or https://, a host, a port, and the path that its own paths are below ("" for most).
struct address {
  bool is_secure = false;
  std::string host;  ///< IPv6 without brackets
  std::string port;
  std::string path;  ///< without a slash at its end

  /// As a Host header names it.
  std::string authority() const;
  /// As read_address reads it.
  std::string text() const;
  bool operator==(address const&) const = default;
};

/// Reads `https://dais.example.org`, `http://[::1]:8080/dais/`; nothing where it is no such address.
std::optional<address> read_address(std::string_view text);

/// One segment of a path or one value of a query: all but A-Z a-z 0-9 - . _ ~ as %XX (RFC 3986).
std::string percent_encoded(std::string_view text);

}  // namespace dais::native
