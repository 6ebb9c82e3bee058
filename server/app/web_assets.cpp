#include "server/app/web_assets.hpp"

#include <array>
#include <map>
#include <string_view>
#include <utility>

#include <embedded/web.hpp>

#include "server/journal/sha256.hpp"

namespace dais::app {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> media_types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".map", "application/json"},
}};

std::string_view media_type(std::string_view path) {
  for (auto const& [ending, type] : media_types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

}  // namespace

web_bundle::web_bundle(std::span<embedded::file const> files) {
  std::map<std::string_view, std::string_view> by_path;
  for (auto const& each : files) by_path[each.path] = each.bytes;
  auto const encoded = [&](std::string_view path, std::string_view ending) {
    auto const found = by_path.find(std::string(path) + std::string(ending));
    return found == by_path.end() ? std::string_view{} : found->second;
  };
  for (auto const& [path, bytes] : by_path) {
    if (path.ends_with(".br") || path.ends_with(".gz")) continue;
    auto const& address = x_texts.emplace_back("/" + std::string(path));
    auto const& tag = x_texts.emplace_back('"' + journal::sha256(bytes).hex() + '"');
    assets.push_back({.path = address,
                      .media_type = media_type(path),
                      .etag = tag,
                      .plain = bytes,
                      .gzip = encoded(path, ".gz"),
                      .brotli = encoded(path, ".br")});
  }
}

std::span<gateway::asset const> web_assets() {
  static web_bundle const bundle(embedded::web());
  return bundle.assets;
}

}  // namespace dais::app
