#include "server/catalogue/icu.hpp"

namespace dais::catalogue {

icu::Locale locale_of(std::string_view language) {
  if (language == "en") return icu::Locale("en", "GB");
  UErrorCode status = U_ZERO_ERROR;
  auto locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), status);
  if (U_FAILURE(status) || locale.isBogus()) return icu::Locale("en", "GB");
  if (std::string_view(locale.getLanguage()) == "ar") locale.setUnicodeKeywordValue("nu", "latn", status);
  return locale;
}

icu::TimeZone* new_zone(std::string_view name) {
  auto* zone = icu::TimeZone::createTimeZone(from_utf8(name));
  if (*zone != icu::TimeZone::getUnknown()) return zone;
  delete zone;
  return icu::TimeZone::getGMT()->clone();
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string utf8(icu::UnicodeString const& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace dais::catalogue
