#include "server/catalogue/language.hpp"
#include "tests/support/printed.hpp"
#include "tests/unit/office/support.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace dais::office::test {

std::vector<std::string> texts_of(std::string const& pdf) { return support::pages_of(pdf); }

std::string info_of(std::string const& pdf, std::string const& options) {
  return support::output_about(pdf, "pdfinfo -enc UTF-8 " + options);
}

std::string fonts_of(std::string const& pdf) { return support::output_about(pdf, "pdffonts"); }

std::string all(std::vector<std::string> const& pages) {
  std::string out;
  for (auto const& page : pages) out += page;
  return out;
}

std::string bare(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out;
  auto const words = icu::UnicodeString::fromUTF8(text);
  for (std::int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
    auto const letter = words.char32At(at);
    auto const kind = u_charType(letter);
    if (!u_isUWhiteSpace(letter) && kind != U_NON_SPACING_MARK && kind != U_FORMAT_CHAR) out.append(letter);
  }
  std::string utf8;
  icu::Normalizer2::getNFKCInstance(status)->normalize(out, status).toUTF8String(utf8);
  return utf8;
}

bool says(std::string const& text, std::string const& words) {
  auto const where = bare(text);
  if (catalogue::direction_of(words) != catalogue::direction::right_to_left) return where.contains(bare(words));
  auto const letters = icu::UnicodeString::fromUTF8(words);
  icu::UnicodeString word;
  for (std::int32_t at = 0; at <= letters.length(); at = letters.moveIndex32(at, 1)) {
    if (at < letters.length() &&
        (u_isalpha(letters.char32At(at)) || u_charType(letters.char32At(at)) == U_NON_SPACING_MARK)) {
      word.append(letters.char32At(at));
      continue;
    }
    std::string utf8;
    if (!where.contains(bare(word.toUTF8String(utf8)))) return false;
    word.remove();
    if (at == letters.length()) break;
  }
  return true;
}

}  // namespace dais::office::test
