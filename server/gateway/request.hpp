#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dais::gateway {

/// Header fields in the order in which they came.
class header_list {
public:
  void add(std::string name, std::string value) { x_all.emplace_back(std::move(name), std::move(value)); }
  /// The first value of this name (in any case), or an empty text.
  std::string_view get(std::string_view name) const;
  /// All values of this name, joined by ", ".
  std::string joined(std::string_view name) const;
  std::size_t count(std::string_view name) const;
  auto begin() const { return x_all.begin(); }
  auto end() const { return x_all.end(); }

private:
  std::vector<std::pair<std::string, std::string>> x_all;
};

/// A request's first line and header fields.
struct request_head {
  std::string method;
  std::string target;  ///< as sent
  int version = 11;    ///< 10 or 11
  header_list headers;
  bool keep_alive = false;
  bool chunked = false;
  std::optional<std::uint64_t> content_length;

  bool has_body() const { return chunked || content_length.value_or(0) != 0; }
};

/// Where a request goes.
struct request_target {
  std::string path;   ///< decoded, UTF-8, begins with `/`; no segment is `.` or `..`, none but the last is empty
  std::string query;  ///< as sent, without the question mark
};

/// Reads a target in origin form (`/path?query`); nothing when it is anything else or holds control characters, a
/// backslash, bytes that are not UTF-8, or a segment that climbs.
std::optional<request_target> parse_target(std::string_view target);

}  // namespace dais::gateway
