#include "server/mail/headers.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace dais::mail {
namespace {

constexpr std::size_t longest_text = 500;
/// RFC 2047: an encoded word is at most 75 characters, of which 12 are around the base64 of at most 45 bytes.
constexpr std::size_t bytes_a_word = 45;
/// What stands unencoded on the line of its header, whose name is short.
constexpr std::size_t longest_line = 60;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_atom(char c) { return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").contains(c); }

/// Parts that are not empty, between dots, of characters that `allowed` says.
bool is_dotted(std::string_view text, auto allowed) {
  return !text.empty() && text.front() != '.' && text.back() != '.' && !text.contains("..") &&
         std::ranges::all_of(text, [&](char c) { return c == '.' || allowed(c); });
}

bool is_host_name(std::string_view text) {
  if (!is_dotted(text, [](char c) { return is_letter_or_digit(c) || c == '-'; }) || text.size() > 253) return false;
  for (std::size_t start = 0; start <= text.size();) {
    auto const end = std::min(text.find('.', start), text.size());
    auto const label = text.substr(start, end - start);
    if (label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    start = end + 1;
  }
  return true;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t j = 0; j < 3; ++j)
      three = three << 8 | (i + j < bytes.size() ? static_cast<unsigned char>(bytes[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j) out += i + j <= bytes.size() ? digits[three >> (18 - 6 * j) & 63] : '=';
  }
  return out;
}

/// How many bytes of `text` go into one encoded word: never a part of a character.
std::size_t word_size(std::string_view text) {
  auto size = std::min(text.size(), bytes_a_word);
  while (size < text.size() && size > 0 && (text[size] & '\xC0') == '\x80') --size;
  return size;
}

std::string encoded_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const size = word_size(text);
    out += (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return out;
}

/// A text that means the same to every reader without being encoded.
bool is_plain(std::string_view text) {
  return !beyond_ascii(text) && text.size() <= longest_line && !text.contains("=?") && !text.starts_with(' ') &&
         !text.ends_with(' ');
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

}  // namespace

bool beyond_ascii(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<signed char>(c) < 0; });
}

bool plain_address(std::string_view address) {
  auto const at = address.find('@');
  return at != address.npos && at <= 64 && address.size() <= 254 && is_dotted(address.substr(0, at), is_atom) &&
         is_host_name(address.substr(at + 1));
}

bool fits_header(std::string_view text) {
  return text.size() <= longest_text && protocol::valid_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

bool plain_message_id(std::string_view id) {
  auto const at = id.find('@');
  return at != id.npos && id.size() <= 200 && is_dotted(id.substr(0, at), is_atom) && is_host_name(id.substr(at + 1));
}

std::string header_text(std::string_view text) { return is_plain(text) ? std::string(text) : encoded_words(text); }

std::string mailbox(std::string_view name, std::string_view address) {
  auto const in_brackets = '<' + std::string(address) + '>';
  if (name.empty()) return in_brackets;
  return (is_plain(name) ? quoted(name) : encoded_words(name)) + "\r\n " + in_brackets;
}

std::string attachment_disposition(std::string_view file_name) {
  std::string plain, extended;
  for (char const c : file_name) {
    bool const is_kept = is_letter_or_digit(c) || c == '-' || c == '.' || c == '_';
    plain += is_kept ? c : '_';
    std::array<char, 4> hex{};
    std::snprintf(hex.data(), hex.size(), "%%%02X", static_cast<unsigned char>(c));
    extended += is_kept ? std::string(1, c) : hex.data();
  }
  auto const out = "attachment;\r\n filename=\"" + plain + '"';
  return plain == file_name ? out : out + ";\r\n filename*=UTF-8''" + extended;
}

std::string header_date(protocol::instant at) {
  constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const midnight = std::chrono::floor<std::chrono::days>(at);
  std::chrono::year_month_day const day(midnight);
  std::chrono::hh_mm_ss const time(std::chrono::floor<std::chrono::seconds>(at - midnight));
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%s, %u %s %04d %02d:%02d:%02d +0000",
                days.at(std::chrono::weekday(midnight).c_encoding()), static_cast<unsigned>(day.day()),
                months.at(static_cast<unsigned>(day.month()) - 1), static_cast<int>(day.year()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return out.data();
}

}  // namespace dais::mail
