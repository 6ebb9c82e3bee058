#include "server/gateway/credentials.hpp"

#include "server/gateway/text.hpp"

#include <algorithm>

namespace dais::gateway {

namespace {

constexpr std::size_t longest_token = 512;

/// token68 of RFC 9110, 11.2.
bool is_token(std::string_view text) {
  return !text.empty() && text.size() <= longest_token && std::ranges::all_of(text, [](char c) {
    return is_alphanumeric(c) || std::string_view("-._~+/=").find(c) != std::string_view::npos;
  });
}

bool names_host(std::string_view origin, std::string_view host) {
  auto const scheme_end = origin.find("://");
  if (scheme_end == std::string_view::npos || host.empty()) return false;
  auto const scheme = origin.substr(0, scheme_end);
  auto authority = std::string(origin.substr(scheme_end + 3));
  auto wanted = std::string(host);
  std::string_view const default_port = scheme == "https" ? ":443" : scheme == "http" ? ":80" : "";
  if (default_port.empty()) return false;
  if (authority.ends_with(default_port)) authority.resize(authority.size() - default_port.size());
  if (wanted.ends_with(default_port)) wanted.resize(wanted.size() - default_port.size());
  return equal_ignoring_case(authority, wanted);
}

bool is_own(std::string_view origin, header_list const& headers, std::span<std::string const> also) {
  return names_host(origin, headers.get("Host")) || std::ranges::find(also, origin) != also.end();
}

}  // namespace

std::optional<std::string_view> cookie_value(std::string_view field, std::string_view name) {
  std::optional<std::string_view> found;
  while (!field.empty()) {
    auto const end = std::min(field.find(';'), field.size());
    auto const pair = trimmed(field.substr(0, end));
    field.remove_prefix(std::min(end + 1, field.size()));
    auto const equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    if (found) return std::nullopt;
    found = pair.substr(equals + 1);
  }
  return found;
}

std::optional<credential> find_credential(header_list const& headers) {
  if (headers.count("Authorization") == 1) {
    auto const value = headers.get("Authorization");
    if (value.size() > 7 && equal_ignoring_case(value.substr(0, 7), "Bearer ")) {
      auto const token = trimmed(value.substr(7));
      return credential{.from = credential::source::bearer, .token = std::string(is_token(token) ? token : "")};
    }
  }
  if (headers.count("Cookie") == 1) {
    auto const token = cookie_value(headers.get("Cookie"), session_cookie);
    if (token && is_token(*token)) {
      return credential{.from = credential::source::cookie, .token = std::string(*token)};
    }
  }
  return std::nullopt;
}

bool is_same_origin(header_list const& headers, std::span<std::string const> also) {
  if (headers.count("Origin") == 1) return is_own(headers.get("Origin"), headers, also);
  return headers.count("Origin") == 0 && headers.get("Sec-Fetch-Site") == "same-origin";
}

bool is_foreign_origin(header_list const& headers, std::span<std::string const> also) {
  return headers.count("Origin") != 0 && !is_same_origin(headers, also);
}

std::string set_session_cookie(std::string_view token, std::chrono::seconds max_age, bool secure) {
  return std::string(session_cookie) + '=' + std::string(token) +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(max_age.count()) + (secure ? "; Secure" : "");
}

std::string clear_session_cookie(bool secure) { return set_session_cookie("", std::chrono::seconds(0), secure); }

}  // namespace dais::gateway
