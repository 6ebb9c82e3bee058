#pragma once
// Alphabetical order, which depends on the language of the list: Åland stands first in English and last in Swedish; and
// what counts as the same text in a search.

#include <string>
#include <string_view>

namespace dais::catalogue {

/// Bytes that compare as the texts sort in the language (Unicode collation; Chinese by pinyin). Texts that the language
/// holds equal are told apart by their code points, so that an order is total and the same everywhere.
std::string sort_key(std::string_view language, std::string_view text);

/// A text as it is compared in a search: without case, accents and forms of width, so that "nunez" is found in "NÚÑEZ".
std::string folded(std::string_view text);

}  // namespace dais::catalogue
