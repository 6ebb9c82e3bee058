#pragma once
// What the files of this room share of ICU; included by its .cpp files only.

#include <string>
#include <string_view>

#include <unicode/locid.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

namespace dais::catalogue {

/// The locale that a language is formatted in. Plain `en` is written as the United Nations writes it (day before
/// month); Arabic keeps the digits 0-9, as the papers of the United Nations in Geneva do, so that numbers of items and
/// symbols agree.
icu::Locale locale_of(std::string_view language);

/// The zone with an IANA name; UTC if the name is unknown.
icu::TimeZone* new_zone(std::string_view name);

icu::UnicodeString from_utf8(std::string_view text);
std::string utf8(icu::UnicodeString const& text);

}  // namespace dais::catalogue
