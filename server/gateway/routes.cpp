#include "server/gateway/routes.hpp"

#include <array>

namespace dais::gateway {

namespace {

struct row {
  std::string_view path;
  bool is_prefix;
  route to;
  std::string_view methods;
};

constexpr std::array table{
    row{"/healthz", false, route::health, "GET, HEAD"},
    row{"/readyz", false, route::text, "GET, HEAD"},
    row{"/metrics", false, route::text, "GET, HEAD"},
    row{"/openrpc.json", false, route::text, "GET, HEAD"},
    row{"/schema/", true, route::text, "GET, HEAD"},
    row{"/live", false, route::live, "GET"},
    row{"/events", false, route::events, "GET"},
    row{"/rpc", false, route::rpc, "POST"},
    row{"/sign-in", false, route::sign_in, "GET, HEAD, POST"},
    row{"/sign-out", false, route::sign_out, "POST"},
    row{"/link/", true, route::link, "GET, HEAD, POST"},
    row{"/documents/", true, route::document, "GET, HEAD"},
    row{"/files/", true, route::file, "GET, HEAD"},
    row{"/exports/", true, route::export_, "GET, HEAD"},
    row{"/uploads", false, route::upload, "POST, PUT"},
    row{"/uploads/", true, route::upload, "POST, PUT"},
};

bool takes(std::string_view methods, std::string_view method) {
  for (std::size_t at = methods.find(method); at != std::string_view::npos; at = methods.find(method, at + 1)) {
    auto const end = at + method.size();
    if ((at == 0 || methods[at - 1] == ' ') && (end == methods.size() || methods[end] == ',')) return true;
  }
  return false;
}

}  // namespace

std::string_view name_of(route which) {
  static constexpr std::array<std::string_view, 13> names{"health",  "text",     "live", "events",   "rpc",
                                                          "sign-in", "sign-out", "link", "document", "file",
                                                          "export",  "upload",   "asset"};
  return names.at(static_cast<std::size_t>(which));
}

routed find_route(std::string_view method, std::string_view path) {
  for (auto const& one : table) {
    auto const matches = one.is_prefix ? path.starts_with(one.path) && path.size() > one.path.size() : path == one.path;
    if (!matches) continue;
    auto const taken = takes(one.methods, method);
    // The app's own page answers a GET of the addresses that people open and scripts post to.
    if (taken && method != "POST" && (one.to == route::sign_in || one.to == route::link)) return {};
    return {.to = one.to,
            .rest = std::string(one.is_prefix ? path.substr(one.path.size()) : ""),
            .allow = taken ? std::string_view{} : one.methods};
  }
  return {.allow = takes("GET, HEAD", method) ? std::string_view{} : "GET, HEAD"};
}

}  // namespace dais::gateway
