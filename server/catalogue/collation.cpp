#include "server/catalogue/collation.hpp"

#include <memory>
#include <stdexcept>

#include "server/catalogue/icu.hpp"
#include "server/catalogue/per_thread.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace dais::catalogue {

std::string sort_key(std::string_view language, std::string_view text) {
  thread_local formatter_cache<icu::Collator> kept;
  auto const& collator = kept.get(std::string(language), [&] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(locale_of(language), status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
    return made;
  });
  auto const words = from_utf8(text);
  auto const size = collator.getSortKey(words, nullptr, 0);
  std::string key(static_cast<std::size_t>(size), '\0');
  collator.getSortKey(words, reinterpret_cast<std::uint8_t*>(key.data()), size);
  key += text;
  return key;
}

std::string folded(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* const folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
  auto const* const parting = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  auto const parted = parting->normalize(folding->normalize(from_utf8(text), status), status);
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
  icu::UnicodeString out;
  for (std::int32_t at = 0; at < parted.length(); at = parted.moveIndex32(at, 1))
    if (u_charType(parted.char32At(at)) != U_NON_SPACING_MARK) out.append(parted.char32At(at));
  return utf8(out);
}

}  // namespace dais::catalogue
