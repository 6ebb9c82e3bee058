#include "server/gateway/disposition.hpp"

#include "server/gateway/text.hpp"
#include "server/gateway/utf8.hpp"

#include <algorithm>

namespace dais::gateway {

namespace {

bool is_forbidden(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f || c == '/' || c == '\\' || c == ':' || c == '*' || c == '?' || c == '<' ||
         c == '>' || c == '|';
}

std::string safe_name(std::string_view name) {
  std::string safe(is_utf8(name) ? name : "document");
  std::ranges::replace_if(safe, is_forbidden, '_');
  if (safe.empty() || safe == "." || safe == "..") safe = "document";
  return safe;
}

/// One `_` for each character beyond ASCII.
std::string ascii_name(std::string_view name) {
  std::string ascii;
  for (char const c : name) {
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      ascii += c == '"' || c == '%' ? '_' : c;
    } else if (byte >= 0xc0) {
      ascii += '_';
    }
  }
  return ascii;
}

}  // namespace

std::string content_disposition(bool attachment, std::string_view file_name) {
  auto const name = safe_name(file_name);
  auto const ascii = ascii_name(name);
  std::string value = attachment ? "attachment" : "inline";
  value += "; filename=\"" + ascii + '"';
  if (ascii != name) value += "; filename*=UTF-8''" + percent_encoded(name);
  return value;
}

bool is_acceptable_file_name(std::string_view name) {
  if (name.empty() || name.size() > 255 || name == "." || name == ".." || !is_utf8(name)) return false;
  if (std::ranges::any_of(name, [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f || c == '/' || c == '\\';
      })) {
    return false;
  }
  // U+0080–U+009F, U+2028–U+202E and U+2066–U+2069, in UTF-8.
  for (std::size_t i = 0; i + 1 < name.size(); ++i) {
    if (name[i] == '\xc2' && static_cast<unsigned char>(name[i + 1]) <= 0x9f) return false;
  }
  for (std::size_t i = 0; i + 2 < name.size(); ++i) {
    auto const last = static_cast<unsigned char>(name[i + 2]);
    if (name.substr(i, 2) == "\xe2\x80" && last >= 0xa8 && last <= 0xae) return false;
    if (name.substr(i, 2) == "\xe2\x81" && last >= 0xa6 && last <= 0xa9) return false;
  }
  return true;
}

}  // namespace dais::gateway
