#include "server/gateway/http_guard.hpp"

#include "server/gateway/text.hpp"

#include <algorithm>
#include <array>

namespace dais::gateway {

int framing_fault(request_head const& head) {
  auto const codings = head.headers.count("Transfer-Encoding");
  auto const lengths = head.headers.count("Content-Length");
  if (codings > 1 || lengths > 1) return 400;
  if (codings == 1) {
    if (lengths != 0 || head.version < 11) return 400;
    if (!equal_ignoring_case(head.headers.get("Transfer-Encoding"), "chunked")) return 501;
  }
  // "5, 5" is one field with two values.
  if (lengths == 1 && !whole_number(head.headers.get("Content-Length"))) return 400;
  return 0;
}

bool is_valid_host(std::string_view host) {
  auto name = host;
  std::string_view port;
  if (host.starts_with('[')) {
    auto const end = host.find(']');
    if (end == std::string_view::npos) return false;
    name = host.substr(1, end - 1);
    auto const rest = host.substr(end + 1);
    if (!rest.empty() && rest[0] != ':') return false;
    port = rest.empty() ? rest : rest.substr(1);
    auto const is_v6 = [](char c) { return is_alphanumeric(c) || c == ':' || c == '.'; };
    if (name.size() < 2 || !std::ranges::all_of(name, is_v6)) return false;
  } else {
    auto const colon = host.find(':');
    name = host.substr(0, colon);
    if (colon != std::string_view::npos) port = host.substr(colon + 1);
    auto const is_name = [](char c) { return is_alphanumeric(c) || c == '-' || c == '.' || c == '_'; };
    if (name.empty() || name.size() > 253 || !std::ranges::all_of(name, is_name)) return false;
  }
  if (port.empty()) return !host.ends_with(':');
  auto const number = whole_number(port);
  return number && *number <= 65535;
}

request_fault check_head(request_head const& head) {
  auto const hosts = head.headers.count("Host");
  if (hosts > 1) return {400, "The request names its host twice."};
  if (hosts == 0 && head.version >= 11) return {400, "The request does not name its host."};
  if (hosts == 1 && !is_valid_host(head.headers.get("Host"))) return {400, "The request's host is no host name."};

  static constexpr std::array<std::string_view, 4> taken{"GET", "HEAD", "POST", "PUT"};
  static constexpr std::array<std::string_view, 5> known{"CONNECT", "TRACE", "OPTIONS", "DELETE", "PATCH"};
  if (std::ranges::find(taken, head.method) != taken.end()) return {};
  if (std::ranges::find(known, head.method) != known.end()) return {405, "No address here takes this method."};
  return {501, "This method is not known here."};
}

}  // namespace dais::gateway
