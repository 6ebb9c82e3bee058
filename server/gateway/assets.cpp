#include "server/gateway/assets.hpp"

#include "server/gateway/conditional.hpp"
#include "server/gateway/text.hpp"

#include <algorithm>

namespace dais::gateway {

namespace {

/// Whether Accept-Encoding takes a coding (RFC 9110, 12.5.3); `*` is not looked at.
bool takes_coding(std::string_view field, std::string_view coding) {
  for (auto const element : list_elements(field)) {
    auto const semicolon = std::min(element.find(';'), element.size());
    if (!equal_ignoring_case(trimmed(element.substr(0, semicolon)), coding)) continue;
    auto const weight = trimmed(element.substr(std::min(semicolon + 1, element.size())));
    return !(weight == "q=0" || weight == "q=0.0" || weight == "q=0.00" || weight == "q=0.000");
  }
  return false;
}

asset const* find(std::span<asset const> all, std::string_view path) {
  auto const found = std::ranges::find(all, path, &asset::path);
  return found == all.end() ? nullptr : &*found;
}

bool is_page(std::string_view path) {
  auto const last = path.substr(path.rfind('/') + 1);
  return last.find('.') == std::string_view::npos && !path.starts_with("/assets/");
}

}  // namespace

response asset_response(std::span<asset const> all, request_head const& head, request_target const& target,
                        std::string_view content_security_policy) {
  auto const* one = find(all, target.path);
  if (one == nullptr && is_page(target.path)) one = find(all, "/index.html");
  if (one == nullptr) return refused(404, "not_found", "There is nothing at this address.");

  response made;
  made.set("Content-Type", std::string(one->media_type));
  made.set("ETag", std::string(one->etag));
  made.set("Vary", "Accept-Encoding");
  made.set("Cache-Control", one->path.starts_with("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
  if (one->path.ends_with(".html") || one->path.ends_with(".js")) {
    made.set("Content-Security-Policy", std::string(content_security_policy));
  }
  if (etag_list_has(head.headers.get("If-None-Match"), one->etag, true)) {
    made.status = 304;
    return made;
  }
  auto const codings = head.headers.joined("Accept-Encoding");
  made.fixed_body = one->plain;
  if (!one->brotli.empty() && takes_coding(codings, "br")) {
    made.fixed_body = one->brotli;
    made.set("Content-Encoding", "br");
  } else if (!one->gzip.empty() && takes_coding(codings, "gzip")) {
    made.fixed_body = one->gzip;
    made.set("Content-Encoding", "gzip");
  }
  return made;
}

}  // namespace dais::gateway
