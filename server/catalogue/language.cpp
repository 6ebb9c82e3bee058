#include "server/catalogue/language.hpp"

#include <array>

#include "server/catalogue/icu.hpp"

namespace dais::catalogue {

std::span<std::string_view const> languages() {
  static constexpr std::array<std::string_view, 6> known{"ar", "zh", "en", "fr", "ru", "es"};
  return known;
}

bool right_to_left(std::string_view language) { return locale_of(language).isRightToLeft() != 0; }

std::string language_name(std::string_view reader, std::string_view language) {
  icu::UnicodeString name;
  locale_of(language).getDisplayLanguage(locale_of(reader), name);
  return utf8(name);
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
