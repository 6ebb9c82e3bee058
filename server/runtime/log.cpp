#include "server/runtime/log.hpp"

#include "server/runtime/clock.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <exception>
#include <mutex>

namespace dais::runtime {

namespace {

std::atomic<severity> least_level{severity::info};
std::mutex sink_mutex;
std::function<void(std::string_view)> other_sink;

spdlog::logger& stderr_logger() {
  static auto logger = [] {
    auto made = std::make_shared<spdlog::logger>("dais", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%v");
    made->set_level(spdlog::level::trace);
    made->flush_on(spdlog::level::trace);
    return made;
  }();
  return *logger;
}

void append_text(std::string& line, std::string_view text) {
  line += '"';
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      line += '\\';
      line += c;
    } else if (byte < 0x20 || byte >= 0x7f) {
      static constexpr std::string_view digits = "0123456789abcdef";
      line += "\\u00";
      line += digits[byte >> 4];
      line += digits[byte & 15];
    } else {
      line += c;
    }
  }
  line += '"';
}

std::string timestamp() {
  auto const now = system_clock{}.now();
  auto const day = std::chrono::floor<std::chrono::days>(now);
  std::chrono::year_month_day const date{day};
  std::chrono::hh_mm_ss const time{now - day};
  std::array<char, 40> text{};
  auto const length =
      std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                    static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string_view name_of(severity level) {
  static constexpr std::array<std::string_view, 4> names{"debug", "info", "warning", "error"};
  return names.at(static_cast<std::size_t>(level));
}

}  // namespace

void log(severity level, std::string_view event, std::initializer_list<log_field> fields) {
  if (level < least_level.load(std::memory_order_relaxed)) return;
  std::string line = "{\"at\":\"" + timestamp() + "\",\"level\":\"";
  line += name_of(level);
  line += "\",\"event\":";
  append_text(line, event);
  for (auto const& field : fields) {
    line += ',';
    append_text(line, field.name);
    line += ':';
    if (auto const* text = std::get_if<std::string_view>(&field.value)) {
      append_text(line, *text);
    } else if (auto const* flag = std::get_if<bool>(&field.value)) {
      line += *flag ? "true" : "false";
    } else {
      line += std::to_string(std::get<std::int64_t>(field.value));
    }
  }
  line += '}';
  std::lock_guard const lock(sink_mutex);
  if (other_sink) {
    other_sink(line);
  } else {
    stderr_logger().log(spdlog::level::info, "{}", line);
  }
}

void log_to(std::function<void(std::string_view line)> sink) {
  std::lock_guard const lock(sink_mutex);
  other_sink = std::move(sink);
}

void log_from(severity least) { least_level.store(least, std::memory_order_relaxed); }

std::string describe(std::exception_ptr problem) {
  try {
    std::rethrow_exception(std::move(problem));
  } catch (std::exception const& thrown) {
    return thrown.what();
  } catch (...) {
    return "an exception of unknown type";
  }
}

}  // namespace dais::runtime
