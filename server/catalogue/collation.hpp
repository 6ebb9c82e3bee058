#pragma once
// Alphabetical order, which depends on the language of the list: Åland stands first in English and last in Swedish.

#include <string>
#include <string_view>

namespace dais::catalogue {

/// Bytes that compare as the texts sort in the language (Unicode collation; Chinese by pinyin). Texts that the language
/// holds equal are told apart by their code points, so that an order is total and the same everywhere.
std::string sort_key(std::string_view language, std::string_view text);

}  // namespace dais::catalogue
