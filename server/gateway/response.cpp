#include "server/gateway/response.hpp"

#include "server/gateway/disposition.hpp"
#include "server/gateway/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace dais::gateway {

std::uint64_t response::body_size() const {
  if (file.bytes) return file.size;
  return fixed_body.empty() ? body.size() : fixed_body.size();
}

response json_response(int status, std::string json) {
  response made{.status = status, .body = std::move(json)};
  made.set("Content-Type", "application/json");
  made.set("Cache-Control", "no-store");
  return made;
}

response refused(refusal const& why) {
  auto json = "{\"error\":{\"code\":" + json_text(why.code) + ",\"message\":" + json_text(why.message);
  if (!why.field.empty()) json += ",\"field\":" + json_text(why.field);
  auto made = json_response(why.status >= 400 && why.status <= 599 ? why.status : 500, json + "}}");
  if (why.retry_after) made.set("Retry-After", std::to_string(why.retry_after->count()));
  if (why.status == 401) made.set("WWW-Authenticate", "Bearer");
  return made;
}

response refused(int status, std::string code, std::string message) {
  return refused(refusal{.status = status, .code = std::move(code), .message = std::move(message)});
}

response content_response(content made) {
  response of{.status = made.status, .body = std::move(made.bytes)};
  of.set("Content-Type", std::move(made.media_type));
  of.set("Cache-Control", "no-store");
  if (!made.file_name.empty()) of.set("Content-Disposition", content_disposition(true, made.file_name));
  return of;
}

std::string render_head(response const& of, bool keep_alive, runtime::instant now) {
  auto head = "HTTP/1.1 " + std::to_string(of.status) + ' ' + std::string(reason_phrase(of.status)) + "\r\n";
  auto const add = [&](std::string_view name, std::string_view value) {
    head += name;
    head += ": ";
    // A line break in a value would start a header of its own.
    for (char const c : value) head += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    head += "\r\n";
  };
  add("Date", http_date(now));
  for (auto const& [name, value] : of.headers) add(name, value);
  auto const has = [&](std::string_view wanted) {
    return std::ranges::any_of(of.headers, [&](auto const& one) { return equal_ignoring_case(one.first, wanted); });
  };
  if (of.status != 304 && of.status != 204 && !of.until_close && !has("Content-Length")) {
    add("Content-Length", std::to_string(of.body_size()));
  }
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "same-origin");
  if (!has("Content-Security-Policy")) add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (!keep_alive || of.close) add("Connection", "close");
  return head + "\r\n";
}

std::string http_date(runtime::instant when) {
  static constexpr std::array<char const*, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<char const*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<std::chrono::days>(when);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const time{std::chrono::floor<std::chrono::seconds>(when - day)};
  std::array<char, 64> text{};
  auto const size = std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
                                  weekdays.at(std::chrono::weekday{day}.c_encoding()),
                                  static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
                                  static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 206:
      return "Partial Content";
    case 302:
      return "Found";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 410:
      return "Gone";
    case 411:
      return "Length Required";
    case 412:
      return "Precondition Failed";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 422:
      return "Unprocessable Content";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 501:
      return "Not Implemented";
    case 503:
      return "Service Unavailable";
    case 505:
      return "HTTP Version Not Supported";
    case 507:
      return "Insufficient Storage";
    default:
      return status < 400 ? "Done" : status < 500 ? "Refused" : "Failed";
  }
}

std::string json_text(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace dais::gateway
