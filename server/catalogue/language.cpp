#include "server/catalogue/language.hpp"

#include <array>
#include <memory>

#include "server/catalogue/icu.hpp"

#include <unicode/listformatter.h>
#include <unicode/ubidi.h>

namespace dais::catalogue {

std::span<std::string_view const> languages() {
  static constexpr std::array<std::string_view, 6> known{"ar", "zh", "en", "fr", "ru", "es"};
  return known;
}

bool right_to_left(std::string_view language) { return locale_of(language).isRightToLeft() != 0; }

direction direction_of(std::string_view text) {
  auto const words = from_utf8(text);
  auto const found = ubidi_getBaseDirection(words.getBuffer(), words.length());
  if (found == UBIDI_NEUTRAL) return direction::none;
  return found == UBIDI_RTL ? direction::right_to_left : direction::left_to_right;
}

std::string language_name(std::string_view reader, std::string_view language) {
  icu::UnicodeString name;
  locale_of(language).getDisplayLanguage(locale_of(reader), name);
  return utf8(name);
}

std::string list(std::string_view language, std::span<std::string const> words) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::ListFormatter> const format(icu::ListFormatter::createInstance(locale_of(language), status));
  std::vector<icu::UnicodeString> items;
  for (auto const& word : words) items.push_back(from_utf8(word));
  icu::UnicodeString out;
  if (U_SUCCESS(status)) format->format(items.data(), static_cast<std::int32_t>(items.size()), out, status);
  return utf8(out);
}

std::vector<std::string> less_and_less_specific(std::string_view language) {
  std::vector<std::string> chain;
  for (auto rest = language; !rest.empty();) {
    chain.emplace_back(rest);
    auto const cut = rest.rfind('-');
    rest = cut == std::string_view::npos ? std::string_view{} : rest.substr(0, cut);
  }
  return chain;
}

std::vector<std::string> fallbacks(std::string_view language) {
  auto chain = less_and_less_specific(language);
  if (chain.empty() || chain.back() != "en") chain.emplace_back("en");
  return chain;
}

picked pick(std::map<std::string, std::string> const& texts, std::string_view language,
            std::span<std::string const> meeting_languages) {
  auto const found = pick_with(language, meeting_languages, [&](std::string_view candidate) {
    auto const entry = texts.find(std::string(candidate));
    return entry == texts.end() ? picked{} : picked{entry->first, entry->second};
  });
  if (!found.text.empty()) return found;
  for (auto const& [other, text] : texts)
    if (!text.empty()) return {other, text};
  return {};
}

}  // namespace dais::catalogue
