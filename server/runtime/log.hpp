#pragma once

#include <concepts>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace dais::runtime {

enum class severity : std::uint8_t { debug, info, warning, error };

/// One named value of a log line. Views: the field must not outlive the call that it is made for.
/// Never personal data: no name, address, token, or text that a person typed; ids and counts only.
struct log_field {
  std::string_view name;
  std::variant<std::string_view, std::int64_t, bool> value;

  log_field(std::string_view field_name, std::string_view text) : name(field_name), value(text) {}
  log_field(std::string_view field_name, char const* text) : name(field_name), value(std::string_view(text)) {}
  log_field(std::string_view field_name, std::string const& text) : name(field_name), value(std::string_view(text)) {}
  log_field(std::string_view field_name, bool flag) : name(field_name), value(flag) {}
  template <std::integral Number>
    requires(!std::same_as<Number, bool>)
  log_field(std::string_view field_name, Number number) : name(field_name), value(static_cast<std::int64_t>(number)) {}
};

/// Writes one JSON line `{"at":…,"level":…,"event":…,<fields>}` to stderr, or to where `log_to` says. Any thread.
/// `event` is a fixed sentence of the source, so that lines can be counted by it.
void log(severity level, std::string_view event, std::initializer_list<log_field> fields = {});

/// Sends lines (without the newline) elsewhere; an empty function gives them back to stderr.
void log_to(std::function<void(std::string_view line)> sink);

/// Lines below `least` are not written. At the start: info.
void log_from(severity least);

/// What an exception says of itself, for a log line.
std::string describe(std::exception_ptr problem);

}  // namespace dais::runtime
