#include "server/catalogue/money.hpp"

#include "server/catalogue/icu.hpp"
#include "server/catalogue/per_thread.hpp"

#include <unicode/numberformatter.h>

namespace dais::catalogue {
namespace {

using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;

/// The exact decimal of an amount: no binary fraction ever stands between the journal and the reader.
std::string decimal(protocol::centimes amount) {
  auto const negative = amount.value < 0;
  auto const whole = static_cast<std::uint64_t>(amount.value);
  auto const hundredths = negative ? 0 - whole : whole;
  auto const rest = hundredths % 100;
  return (negative ? "-" : "") + std::to_string(hundredths / 100) + (rest < 10 ? ".0" : ".") + std::to_string(rest);
}

}  // namespace

std::string format_money(std::string_view language, protocol::centimes amount, std::string_view currency) {
  thread_local formatter_cache<LocalizedNumberFormatter> kept;
  auto const& format = kept.get(std::string(language) + '\n' + std::string(currency), [&] {
    UErrorCode status = U_ZERO_ERROR;
    icu::CurrencyUnit const unit(icu::StringPiece(currency.data(), static_cast<std::int32_t>(currency.size())), status);
    return std::make_unique<LocalizedNumberFormatter>(NumberFormatter::withLocale(locale_of(language))
                                                          .unit(unit)
                                                          .unitWidth(UNUM_UNIT_WIDTH_ISO_CODE)
                                                          .precision(icu::number::Precision::fixedFraction(2)));
  });
  UErrorCode status = U_ZERO_ERROR;
  auto const exact = decimal(amount);
  return utf8(format.formatDecimal(exact, status).toString(status));
}

std::string format_number(std::string_view language, std::int64_t number) {
  thread_local formatter_cache<LocalizedNumberFormatter> kept;
  auto const& format = kept.get(std::string(language), [&] {
    return std::make_unique<LocalizedNumberFormatter>(NumberFormatter::withLocale(locale_of(language)));
  });
  UErrorCode status = U_ZERO_ERROR;
  return utf8(format.formatInt(number, status).toString(status));
}

}  // namespace dais::catalogue
