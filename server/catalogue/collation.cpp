#include "server/catalogue/collation.hpp"

#include <memory>
#include <stdexcept>

#include "server/catalogue/icu.hpp"
#include "server/catalogue/per_thread.hpp"

#include <unicode/coll.h>

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

}  // namespace dais::catalogue
