#pragma once
// The words of the product: messages/paper and messages/errors, carried in the binary.

#include <concepts>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "protocol/errors.hpp"

namespace dais::catalogue {

/// What fills a placeholder: a text, or a whole number (which plurals need).
struct argument {
  argument(std::string text) : value(std::move(text)) {}
  argument(std::string_view text) : value(std::string(text)) {}
  argument(char const* text) : value(std::string(text)) {}
  template <std::integral Number>
  argument(Number number) : value(static_cast<std::int64_t>(number)) {}

  std::variant<std::string, std::int64_t> value;
};
using arguments = std::map<std::string, argument>;

/// The message `key` for a reader, with its placeholders filled. Falls back from `fr-CH` to `fr` to `en`; a key that no
/// language has is its own text, so that a missing message is seen and never stops a paper.
std::string format(std::string_view language, std::string_view key, arguments const& values = {});

/// Whether the catalogue of exactly this language has the key.
bool has(std::string_view language, std::string_view key);

/// Every key of a language, sorted.
std::vector<std::string> keys(std::string_view language);

/// What a reader is told of a problem: `error.<code>.detail` where that message exists and the problem brings the
/// values that it speaks of, else `error.<code>`.
std::string error_words(std::string_view language, protocol::problem const& problem);

}  // namespace dais::catalogue
