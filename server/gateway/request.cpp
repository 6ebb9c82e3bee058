#include "server/gateway/request.hpp"

#include "server/gateway/text.hpp"
#include "server/gateway/utf8.hpp"

#include <algorithm>

namespace dais::gateway {

std::string_view header_list::get(std::string_view name) const {
  auto const found = std::ranges::find_if(x_all, [&](auto const& one) { return equal_ignoring_case(one.first, name); });
  return found == x_all.end() ? std::string_view{} : std::string_view(found->second);
}

std::string header_list::joined(std::string_view name) const {
  std::string all;
  for (auto const& [key, value] : x_all) {
    if (!equal_ignoring_case(key, name)) continue;
    if (!all.empty()) all += ", ";
    all += value;
  }
  return all;
}

std::size_t header_list::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::ranges::count_if(x_all, [&](auto const& one) { return equal_ignoring_case(one.first, name); }));
}

std::optional<request_target> parse_target(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  auto const question = std::min(target.find('?'), target.size());
  auto path = percent_decoded(target.substr(0, question));
  if (!path || !is_utf8(*path)) return std::nullopt;
  auto const is_bad = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '\\'; };
  if (std::ranges::any_of(*path, is_bad)) return std::nullopt;

  auto rest = std::string_view(*path).substr(1);
  for (;;) {
    auto const slash = std::min(rest.find('/'), rest.size());
    auto const segment = rest.substr(0, slash);
    auto const is_last = slash == rest.size();
    if (segment == "." || segment == ".." || (segment.empty() && !is_last)) return std::nullopt;
    if (is_last) break;
    rest.remove_prefix(slash + 1);
  }
  return request_target{.path = std::move(*path),
                        .query = std::string(target.substr(std::min(question + 1, target.size())))};
}

}  // namespace dais::gateway
