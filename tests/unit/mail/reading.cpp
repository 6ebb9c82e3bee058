#include "tests/unit/mail/reading.hpp"

#include <algorithm>

namespace dais::mail::tests {

std::string from_base64(std::string_view text) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0, count = 0;
  for (char const c : text) {
    auto const digit = digits.find(c);
    if (digit == digits.npos) continue;
    bits = bits << 6 | static_cast<unsigned>(digit);
    if ((count += 6) >= 8) out += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return out;
}

std::string decoded(std::string_view text) {
  constexpr std::string_view begin = "=?UTF-8?B?";
  std::string out;
  bool was_word = false;
  while (!text.empty()) {
    auto const word = text.find(begin);
    auto const plain = text.substr(0, word);
    // Space between two encoded words is not part of the text.
    if (!was_word || word == text.npos || plain.find_first_not_of(' ') != plain.npos) out += plain;
    if (word == text.npos) break;
    auto const end = text.find("?=", word + begin.size());
    out += from_base64(text.substr(word + begin.size(), end - word - begin.size()));
    text.remove_prefix(end + 2);
    was_word = true;
  }
  return out;
}

entity read_entity(std::string_view text) {
  entity out;
  auto const end = text.find("\r\n\r\n");
  out.body = text.substr(end + 4);
  std::string head(text.substr(0, end + 2));
  for (std::size_t at; (at = head.find("\r\n ")) != head.npos;) head.erase(at, 2);
  for (std::size_t at = 0; at < head.size(); ++out.header_count) {
    auto const stop = head.find("\r\n", at);
    auto const line = head.substr(at, stop - at);
    auto name = line.substr(0, line.find(':'));
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    auto value = line.substr(std::min(line.size(), name.size() + 1));
    value.erase(0, value.find_first_not_of(' '));
    out.headers[name] = decoded(value);
    at = stop + 2;
  }
  return out;
}

std::vector<entity> parts_of(entity const& whole) {
  auto const& type = whole.headers.at("content-type");
  auto const mark = "--" + type.substr(type.find("boundary=") + 9);
  std::vector<entity> out;
  for (auto at = whole.body.find(mark); at != whole.body.npos;) {
    auto const begin = at + mark.size() + 2;
    auto const next = whole.body.find("\r\n" + mark, begin);
    if (next == whole.body.npos) break;
    out.push_back(read_entity(std::string_view(whole.body).substr(begin, next - begin)));
    at = next + 2;
  }
  return out;
}

}  // namespace dais::mail::tests
