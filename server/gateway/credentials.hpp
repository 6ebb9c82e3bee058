#pragma once

#include "server/gateway/request.hpp"
#include "server/gateway/service.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dais::gateway {

/// The name of the cookie that carries a browser's session.
inline constexpr std::string_view session_cookie = "dais_session";

/// The value of a cookie in a Cookie field; nothing when it is not there, or there twice.
std::optional<std::string_view> cookie_value(std::string_view field, std::string_view name);

/// A bearer token (RFC 6750) before a session cookie; nothing when the request has neither, or one that no token can
/// be.
std::optional<credential> find_credential(header_list const& headers);

/// Whether a request that a browser may have been led to by a foreign page comes from our own pages: Sec-Fetch-Site is
/// `same-origin`, or Origin names the host that the request went to, or one of `also`.
/// Neither header: false.
bool is_same_origin(header_list const& headers, std::span<std::string const> also = {});

/// Whether the request names an origin, and a foreign one.
bool is_foreign_origin(header_list const& headers, std::span<std::string const> also = {});

/// Set-Cookie for a session that has begun.
std::string set_session_cookie(std::string_view token, std::chrono::seconds max_age, bool secure);
/// Set-Cookie that ends it.
std::string clear_session_cookie(bool secure);

}  // namespace dais::gateway
