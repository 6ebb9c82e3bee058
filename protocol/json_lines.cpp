#include "protocol/json_lines.hpp"

#include <cstddef>
#include <vector>

#include "protocol/json.hpp"

namespace dais::protocol {
namespace {

/// Walks a text that is known to be valid JSON.
class line_scanner {
public:
  explicit line_scanner(std::string_view text) : x_text(text) {}

  std::map<std::string, std::int64_t> run() {
    begin_value();
    while (skip_to_token()) {
      switch (char const c = x_text[x_at]) {
        case '{':
        case '[':
          x_open.push_back({c == '[', 0, x_path.size()});
          ++x_at;
          if (c == '[' && skip_to_token() && x_text[x_at] != ']') begin_element();
          break;
        case '}':
        case ']':
          x_open.pop_back();
          ++x_at;
          end_value();
          break;
        case ',':
          ++x_at;
          if (x_open.back().is_array && skip_to_token()) begin_element();
          break;
        case '"':
          string();
          break;
        case ':':
          ++x_at;
          break;
        default:
          while (x_at < x_text.size() && std::string_view("{}[],:\" \t\r\n").find(x_text[x_at]) == std::string::npos)
            ++x_at;
          end_value();
      }
    }
    return std::move(x_lines);
  }

private:
  struct container {
    bool is_array;
    std::size_t index;
    std::size_t path_length;  ///< of the container's own pointer
    bool wants_key = true;
  };

  bool skip_to_token() {
    for (; x_at < x_text.size(); ++x_at) {
      char const c = x_text[x_at];
      if (c == '\n') ++x_line;
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return true;
    }
    return false;
  }

  void begin_value() {
    skip_to_token();
    x_lines.emplace(x_path, x_line);
  }

  void begin_element() {
    x_path += "/" + std::to_string(x_open.back().index++);
    begin_value();
  }

  /// Back to the pointer of the container in which a value has ended.
  void end_value() {
    if (x_open.empty()) return;
    x_path.resize(x_open.back().path_length);
    x_open.back().wants_key = true;
  }

  void string() {
    std::size_t const first = x_at++;
    while (x_text[x_at] != '"') x_at += x_text[x_at] == '\\' ? 2 : 1;
    ++x_at;
    bool const is_key = !x_open.empty() && !x_open.back().is_array && x_open.back().wants_key;
    if (!is_key) return end_value();
    x_open.back().wants_key = false;
    x_path += '/';
    for (char const c : json::parse(x_text.substr(first, x_at - first)).get<std::string>())
      c == '~' ? x_path += "~0" : c == '/' ? x_path += "~1" : x_path += c;
    x_lines.emplace(x_path, x_line);
  }

  std::string_view x_text;
  std::size_t x_at = 0;
  std::int64_t x_line = 1;
  std::string x_path;
  std::vector<container> x_open;
  std::map<std::string, std::int64_t> x_lines;
};

}  // namespace

result<std::map<std::string, std::int64_t>> lines_of(std::string_view json_text) {
  auto const parsed = parse(json_text, json_text.size());
  if (!parsed) return std::unexpected(parsed.error());
  return line_scanner(json_text).run();
}

}  // namespace dais::protocol
