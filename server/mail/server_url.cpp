#include "server/mail/server_url.hpp"

#include <algorithm>
#include <charconv>

namespace dais::mail {
namespace {

bool is_host(std::string_view text) {
  bool const is_ipv6 = text.size() > 2 && text.front() == '[' && text.back() == ']';
  auto const inside = is_ipv6 ? text.substr(1, text.size() - 2) : text;
  return !inside.empty() && inside.size() <= 253 && std::ranges::all_of(inside, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           (is_ipv6 ? c == ':' : c == '-');
  });
}

std::optional<std::uint16_t> read_port(std::string_view text) {
  std::uint16_t port = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port == 0) return std::nullopt;
  return port;
}

}  // namespace

bool server_url::is_here() const { return host == "localhost" || host == "127.0.0.1" || host == "[::1]"; }

std::string server_url::text(std::string_view greeting) const {
  return (is_tls ? "smtps://" : "smtp://") + host + ':' + std::to_string(port) + '/' + std::string(greeting);
}

std::optional<server_url> read_server_url(std::string_view text) {
  server_url out;
  if (text.starts_with("smtps://"))
    out.is_tls = true;
  else if (!text.starts_with("smtp://"))
    return std::nullopt;
  text.remove_prefix(out.is_tls ? 8 : 7);
  if (text.ends_with('/')) text.remove_suffix(1);
  out.port = out.is_tls ? 465 : 587;
  auto const colon = text.rfind(':');
  if (colon != text.npos && text.find(']', colon) == text.npos) {
    auto const port = read_port(text.substr(colon + 1));
    if (!port) return std::nullopt;
    out.port = *port;
    text = text.substr(0, colon);
  }
  if (!is_host(text)) return std::nullopt;
  out.host = text;
  return out;
}

}  // namespace dais::mail
