#include "protocol/values.hpp"

#include <algorithm>
#include <charconv>

namespace dais::protocol {
namespace {

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The next `digits` digits as a number, taken off the front.
std::optional<int> take_digits(std::string_view& in, std::size_t digits) {
  if (in.size() < digits || !std::ranges::all_of(in.substr(0, digits), is_digit)) return std::nullopt;
  int value = 0;
  std::from_chars(in.data(), in.data() + digits, value);
  in.remove_prefix(digits);
  return value;
}

bool take(std::string_view& in, char expected) {
  if (in.empty() || in.front() != expected) return false;
  in.remove_prefix(1);
  return true;
}

std::optional<date> take_date(std::string_view& in) {
  auto const year = take_digits(in, 4);
  if (!year || !take(in, '-')) return std::nullopt;
  auto const month = take_digits(in, 2);
  if (!month || !take(in, '-')) return std::nullopt;
  auto const day = take_digits(in, 2);
  if (!day) return std::nullopt;
  date const value{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                   std::chrono::day{static_cast<unsigned>(*day)}};
  if (!value.ok() || *year < 1970) return std::nullopt;
  return value;
}

/// Bytes of the code point that starts here, 0 where it is not valid UTF-8 (overlong forms and surrogates included).
std::size_t code_point(std::string_view in) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(in[i]); };
  auto const tail = [&](std::size_t i) { return i < in.size() && (byte(i) & 0xC0) == 0x80; };
  unsigned char const first = byte(0);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  if (first < 0xE0) return tail(1) ? 2 : 0;
  if (first < 0xF0) {
    if (!tail(1) || !tail(2)) return 0;
    if (first == 0xE0 && byte(1) < 0xA0) return 0;
    if (first == 0xED && byte(1) > 0x9F) return 0;
    return 3;
  }
  if (!tail(1) || !tail(2) || !tail(3)) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  return 4;
}

/// `value` in decimal, with leading zeros up to `digits`.
std::string padded(std::int64_t value, std::size_t digits) {
  auto text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

bool valid_id(std::string_view value) {
  return !value.empty() && value.size() <= 64 && value != "." && value != ".." &&
         std::ranges::all_of(
             value, [](char c) { return is_alpha(c) || is_digit(c) || c == '.' || c == '_' || c == '-' || c == '~'; });
}

bool valid_language(std::string_view value) {
  if (value.size() < 2 || value.size() > 35) return false;
  std::size_t start = 0;
  for (bool primary = true;; primary = false) {
    std::size_t const end = std::min(value.find('-', start), value.size());
    auto const part = value.substr(start, end - start);
    bool const sized = primary ? part.size() >= 2 && part.size() <= 3 : part.size() >= 2 && part.size() <= 8;
    bool const spelled = std::ranges::all_of(part, [&](char c) { return is_alpha(c) || (!primary && is_digit(c)); });
    if (!sized || !spelled || (primary && std::ranges::any_of(part, [](char c) { return c < 'a'; }))) return false;
    if (end == value.size()) return true;
    start = end + 1;
  }
}

bool valid_email(std::string_view value) {
  auto const at = value.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || value.size() > 254 || value.find('@', at + 1) != value.npos)
    return false;
  auto const domain = value.substr(at + 1);
  bool const printable = std::ranges::all_of(value, [](char c) {
    return c > ' ' && c != '\x7f' && c != '<' && c != '>' && c != '"' && c != ',' && c != ';' && c != '\\' &&
           !(c >= 'A' && c <= 'Z');
  });
  return printable && domain.find('.') != domain.npos && domain.front() != '.' && domain.back() != '.' &&
         domain.find("..") == domain.npos &&
         std::ranges::all_of(value, [](char c) { return static_cast<signed char>(c) > 0; });
}

bool valid_symbol(std::string_view value) {
  return !value.empty() && value.size() <= 80 && value.front() != '/' && value.back() != '/' &&
         value.find("//") == value.npos && value.find("..") == value.npos && std::ranges::all_of(value, [](char c) {
           return is_alpha(c) || is_digit(c) || c == '/' || c == '.' || c == '-' || c == '_' || c == '(' || c == ')';
         });
}

bool valid_utf8(std::string_view value) {
  while (!value.empty()) {
    std::size_t const bytes = code_point(value);
    if (bytes == 0) return false;
    value.remove_prefix(bytes);
  }
  return true;
}

std::size_t length(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return (c & '\xC0') != '\x80'; }));
}

bool has_control_characters(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    auto const c = static_cast<unsigned char>(utf8[i]);
    if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) return true;
    if (c == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0) return true;
  }
  return false;
}

std::string to_string(instant at) {
  auto const day = std::chrono::floor<std::chrono::days>(at);
  std::chrono::hh_mm_ss const time{at - day};
  return to_string(date{day}) + 'T' + padded(time.hours().count(), 2) + ':' + padded(time.minutes().count(), 2) + ':' +
         padded(time.seconds().count(), 2) + '.' + padded(time.subseconds().count(), 3) + 'Z';
}

std::optional<instant> parse_instant(std::string_view in) {
  using namespace std::chrono;
  auto const day = take_date(in);
  if (!day || !take(in, 'T')) return std::nullopt;
  auto const hour = take_digits(in, 2);
  if (!hour || *hour > 23 || !take(in, ':')) return std::nullopt;
  auto const minute = take_digits(in, 2);
  if (!minute || *minute > 59 || !take(in, ':')) return std::nullopt;
  auto const second = take_digits(in, 2);
  if (!second || *second > 59) return std::nullopt;
  milliseconds fraction{0};
  if (take(in, '.')) {
    int digits = 0;
    for (int scale = 100; !in.empty() && is_digit(in.front()); scale /= 10, ++digits) {
      fraction += milliseconds{(in.front() - '0') * scale};
      in.remove_prefix(1);
    }
    if (digits == 0 || digits > 9) return std::nullopt;
  }
  minutes offset{0};
  if (!take(in, 'Z')) {
    if (in.empty() || (in.front() != '+' && in.front() != '-')) return std::nullopt;
    int const sign = in.front() == '+' ? 1 : -1;
    in.remove_prefix(1);
    auto const offset_hour = take_digits(in, 2);
    if (!offset_hour || *offset_hour > 23 || !take(in, ':')) return std::nullopt;
    auto const offset_minute = take_digits(in, 2);
    if (!offset_minute || *offset_minute > 59) return std::nullopt;
    offset = minutes{sign * (*offset_hour * 60 + *offset_minute)};
  }
  if (!in.empty()) return std::nullopt;
  return instant{sys_days{*day} + hours{*hour} + minutes{*minute} + seconds{*second} + fraction - offset};
}

std::string to_string(date day) {
  return padded(static_cast<int>(day.year()), 4) + '-' + padded(static_cast<unsigned>(day.month()), 2) + '-' +
         padded(static_cast<unsigned>(day.day()), 2);
}

std::optional<date> parse_date(std::string_view in) {
  auto const day = take_date(in);
  return day && in.empty() ? day : std::nullopt;
}

}  // namespace dais::protocol
