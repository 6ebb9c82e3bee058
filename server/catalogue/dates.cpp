#include "server/catalogue/dates.hpp"

#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

#include "server/catalogue/icu.hpp"
#include "server/catalogue/language.hpp"
#include "server/catalogue/per_thread.hpp"

#include <unicode/dtitvfmt.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

namespace dais::catalogue {
namespace {

using namespace std::chrono;

double milliseconds_of(protocol::instant at) { return static_cast<double>(at.time_since_epoch().count()); }
protocol::instant midnight(protocol::date day) { return sys_days{day}; }

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

/// The papers of the United Nations in Arabic give every month both of its names, as Arab States use one or the other.
std::string with_both_names(std::string_view language, std::string text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> months{{{"يناير", "كانون الثاني"},
                                                                                         {"فبراير", "شباط"},
                                                                                         {"مارس", "آذار"},
                                                                                         {"أبريل", "نيسان"},
                                                                                         {"مايو", "أيار"},
                                                                                         {"يونيو", "حزيران"},
                                                                                         {"يوليو", "تموز"},
                                                                                         {"أغسطس", "آب"},
                                                                                         {"سبتمبر", "أيلول"},
                                                                                         {"أكتوبر", "تشرين الأول"},
                                                                                         {"نوفمبر", "تشرين الثاني"},
                                                                                         {"ديسمبر", "كانون الأول"}}};
  if (language != "ar") return text;
  for (auto const& [name, other] : months) {
    auto const both = std::string(other) + "/" + std::string(name);
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + both.size()))
      text.replace(at, name.size(), both);
  }
  return text;
}

std::string formatted(std::string_view language, protocol::instant at, std::string_view zone,
                      char16_t const* skeleton) {
  thread_local formatter_cache<icu::DateFormat> kept;
  auto key = std::string(language) + '\n' + std::string(zone) + '\n' + utf8(skeleton);
  auto& format = kept.get(std::move(key), [&] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::DateFormat> made(
        icu::DateFormat::createInstanceForSkeleton(skeleton, locale_of(language), status));
    check(status);
    made->adoptTimeZone(new_zone(zone));
    return made;
  });
  icu::UnicodeString out;
  format.format(milliseconds_of(at), out);
  return with_both_names(language, utf8(out));
}

/// Arabic spans come without the comma that ICU sets before the year, as in the name of a meeting.
std::string span(std::string_view language, protocol::instant from, protocol::instant to, std::string_view zone,
                 char16_t const* skeleton) {
  thread_local formatter_cache<icu::DateIntervalFormat> kept;
  auto key = std::string(language) + '\n' + std::string(zone) + '\n' + utf8(skeleton);
  auto& format = kept.get(std::move(key), [&] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::DateIntervalFormat> made(
        icu::DateIntervalFormat::createInstance(skeleton, locale_of(language), status));
    check(status);
    made->adoptTimeZone(new_zone(zone));
    return made;
  });
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  icu::FieldPosition where;
  icu::DateInterval const interval(milliseconds_of(from), milliseconds_of(to));
  format.format(&interval, out, where, status);
  check(status);
  auto text = with_both_names(language, utf8(out));
  if (language == "ar")
    for (std::string_view const comma = "،"; text.contains(comma);) text.erase(text.find(comma), comma.size());
  return text;
}

}  // namespace

std::string format_day(std::string_view language, protocol::date day) {
  return formatted(language, midnight(day), "UTC", u"yMMMMEEEEd");
}

std::string format_date(std::string_view language, protocol::date day) {
  return formatted(language, midnight(day), "UTC", u"yMMMMd");
}

std::string format_dates(std::string_view language, protocol::date first, protocol::date last) {
  return span(language, midnight(first), midnight(last), "UTC", u"yMMMMd");
}

protocol::date day_in(protocol::instant at, std::string_view zone) {
  std::unique_ptr<icu::TimeZone> const rules(new_zone(zone));
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t raw = 0, summer = 0;
  rules->getOffset(milliseconds_of(at), false, raw, summer, status);
  check(status);
  return floor<days>(at + std::chrono::milliseconds(raw + summer));
}

std::string format_hour(std::string_view language, protocol::instant at, std::string_view zone) {
  return formatted(language, at, zone, u"Hm");
}

std::string format_hours(std::string_view language, protocol::instant from, protocol::instant to,
                         std::string_view zone) {
  auto const first = format_hour(language, from, zone), last = format_hour(language, to, zone);
  return from == to ? first : first + "–" + last;
}

std::string format_moment(std::string_view language, protocol::instant at, std::string_view zone) {
  return formatted(language, at, zone, u"yMMMMdHmz");
}

}  // namespace dais::catalogue
