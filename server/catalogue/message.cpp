#include "server/catalogue/message.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <stdexcept>

#include "server/catalogue/icu.hpp"
#include "server/catalogue/language.hpp"

#include <unicode/fmtable.h>
#include <unicode/msgfmt.h>
#include <boost/describe/enum_to_string.hpp>
#include <embedded/messages.hpp>
#include <nlohmann/json.hpp>

namespace dais::catalogue {
namespace {

using texts = std::map<std::string, std::string, std::less<>>;

std::map<std::string, texts, std::less<>> read_catalogues() {
  std::map<std::string, texts, std::less<>> all;
  for (auto const& file : embedded::messages()) {
    auto const name = file.path.substr(file.path.rfind('/') + 1);
    auto& of_language = all[std::string(name.substr(0, name.find('.')))];
    for (auto const& [key, text] : nlohmann::json::parse(file.bytes).items())
      of_language.emplace(key, text.get<std::string>());
  }
  return all;
}

std::map<std::string, texts, std::less<>> const& catalogues() {
  static auto const all = read_catalogues();
  return all;
}

std::string const* find(std::string_view language, std::string_view key) {
  auto const of_language = catalogues().find(language);
  if (of_language == catalogues().end()) return nullptr;
  auto const text = of_language->second.find(key);
  return text == of_language->second.end() ? nullptr : &text->second;
}

/// The parsed message; kept per thread, one for each text of the catalogues that was asked for.
icu::MessageFormat const& parsed(std::string const& language, std::string const& text) {
  thread_local std::map<std::string const*, std::unique_ptr<icu::MessageFormat>> kept;
  auto& format = kept[&text];
  if (!format) {
    UErrorCode status = U_ZERO_ERROR;
    format = std::make_unique<icu::MessageFormat>(from_utf8(text), locale_of(language), status);
    if (U_FAILURE(status)) throw std::logic_error("not an ICU message: " + text);
  }
  return *format;
}

icu::Formattable formattable(argument const& given) {
  if (auto const* number = std::get_if<std::int64_t>(&given.value))
    return icu::Formattable(static_cast<int64_t>(*number));
  return icu::Formattable(from_utf8(std::get<std::string>(given.value)));
}

argument number_or_text(std::string const& value) {
  std::int64_t number = 0;
  auto const* end = value.data() + value.size();
  auto const [stop, fault] = std::from_chars(value.data(), end, number);
  if (fault == std::errc{} && stop == end) return number;
  return value;
}

/// Whether every placeholder of the English message has a value.
bool fills(std::string const& text, std::map<std::string, std::string> const& values) {
  UErrorCode status = U_ZERO_ERROR;
  icu::MessagePattern const pattern(from_utf8(text), nullptr, status);
  for (std::int32_t at = 0; at < pattern.countParts(); ++at) {
    auto const& part = pattern.getPart(at);
    if (part.getType() == UMSGPAT_PART_TYPE_ARG_NAME && !values.contains(utf8(pattern.getSubstring(part))))
      return false;
  }
  return U_SUCCESS(status);
}

}  // namespace

std::string format(std::string_view language, std::string_view key, arguments const& values) {
  for (auto const& candidate : fallbacks(language)) {
    auto const* text = find(candidate, key);
    if (!text) continue;
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> filled;
    for (auto const& [name, given] : values) {
      names.push_back(from_utf8(name));
      filled.push_back(formattable(given));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    parsed(candidate, *text).format(names.data(), filled.data(), static_cast<std::int32_t>(names.size()), out, status);
    return U_FAILURE(status) ? *text : utf8(out);
  }
  return std::string(key);
}

bool has(std::string_view language, std::string_view key) { return find(language, key) != nullptr; }

std::vector<std::string> keys(std::string_view language) {
  std::vector<std::string> out;
  if (auto const found = catalogues().find(language); found != catalogues().end())
    for (auto const& [key, text] : found->second) out.push_back(key);
  return out;
}

std::string error_words(std::string_view language, protocol::problem const& problem) {
  auto const key = std::string("error.") + boost::describe::enum_to_string(problem.code, "internal");
  auto const* detail = find("en", key + ".detail");
  if (!detail || !fills(*detail, problem.values)) return format(language, key);
  arguments values;
  for (auto const& [name, value] : problem.values) values.emplace(name, number_or_text(value));
  return format(language, key + ".detail", values);
}

}  // namespace dais::catalogue
