#include "server/gateway/conditional.hpp"

#include "server/gateway/text.hpp"

#include <algorithm>

namespace dais::gateway {

namespace {

/// The one range of a Range field: nothing when it has to be ignored; `not_satisfiable` when it lies behind the end.
std::optional<selection> single_range(std::string_view field, std::uint64_t size) {
  auto const equals = field.find('=');
  if (equals == std::string_view::npos || !equal_ignoring_case(trimmed(field.substr(0, equals)), "bytes")) return {};
  auto const ranges = list_elements(field.substr(equals + 1));
  if (ranges.size() != 1) return {};
  auto const dash = ranges[0].find('-');
  if (dash == std::string_view::npos) return {};
  auto const first_text = trimmed(ranges[0].substr(0, dash));
  auto const last_text = trimmed(ranges[0].substr(dash + 1));
  auto const last = whole_number(last_text);

  constexpr selection beyond{.what = selection::kind::not_satisfiable};
  if (first_text.empty()) {
    if (!last) return {};
    if (*last == 0 || size == 0) return beyond;
    return selection{.what = selection::kind::part, .range = {size - std::min(*last, size), size - 1}};
  }
  auto const first = whole_number(first_text);
  if (!first || (!last && !last_text.empty())) return {};
  if (last && *last < *first) return {};
  if (*first >= size) return beyond;
  return selection{.what = selection::kind::part, .range = {*first, std::min(last.value_or(size - 1), size - 1)}};
}

}  // namespace

bool etag_list_has(std::string_view list, std::string_view etag, bool weakly) {
  if (trimmed(list) == "*") return true;
  return std::ranges::any_of(list_elements(list), [&](std::string_view one) {
    if (weakly && one.starts_with("W/")) one.remove_prefix(2);
    return one == etag;
  });
}

selection select(conditions const& asked, std::string_view etag, std::uint64_t size) {
  if (!asked.if_match.empty() && !etag_list_has(asked.if_match, etag, false)) {
    return {.what = selection::kind::precondition_failed};
  }
  if (!asked.if_none_match.empty() && etag_list_has(asked.if_none_match, etag, true)) {
    return {.what = selection::kind::not_modified};
  }
  if (asked.range.empty()) return {};
  // A date in If-Range never matches: the tag is all that is offered.
  if (!asked.if_range.empty() && asked.if_range != etag) return {};
  return single_range(asked.range, size).value_or(selection{});
}

}  // namespace dais::gateway
