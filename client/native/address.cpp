#include "client/native/address.hpp"

#include <algorithm>
#include <charconv>

namespace dais::native {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool take(std::string_view& text, std::string_view front) {
  if (!text.starts_with(front)) return false;
  text.remove_prefix(front.size());
  return true;
}

bool is_port(std::string_view text) {
  int number = 0;
  auto const [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && stop == text.data() + text.size() && number > 0 && number < 65536;
}

}  // namespace

std::string address::authority() const {
  auto out = host.find(':') == std::string::npos ? host : '[' + host + ']';
  if (port != (is_secure ? "443" : "80")) out += ':' + port;
  return out;
}

std::string address::text() const { return (is_secure ? "https://" : "http://") + authority() + path; }

std::optional<address> read_address(std::string_view text) {
  address out;
  if (take(text, "https://")) {
    out.is_secure = true;
  } else if (!take(text, "http://")) {
    return std::nullopt;
  }
  if (text.find_first_of("?#@ ") != std::string_view::npos) return std::nullopt;
  auto const slash = std::min(text.find('/'), text.size());
  out.path = text.substr(slash);
  while (out.path.ends_with('/')) out.path.pop_back();
  auto place = text.substr(0, slash);
  if (take(place, "[")) {
    auto const end = place.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    out.host = place.substr(0, end);
    place.remove_prefix(end + 1);
  } else {
    auto const end = std::min(place.find(':'), place.size());
    out.host = place.substr(0, end);
    place.remove_prefix(end);
  }
  out.port = out.is_secure ? "443" : "80";
  if (take(place, ":")) {
    out.port = place;
    place = {};
  }
  bool const is_name = std::ranges::all_of(out.host, [](char c) { return is_unreserved(c) || c == ':'; });
  bool const is_path = std::ranges::all_of(out.path, [](char c) { return is_unreserved(c) || c == '/' || c == '%'; });
  if (out.host.empty() || !is_name || !is_path || !place.empty() || !is_port(out.port)) return std::nullopt;
  return out;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (char const c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    auto const byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

}  // namespace dais::native
