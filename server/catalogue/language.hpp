#pragma once
// Languages: which there are, how they run, what they are called, and which text of a map of languages a reader gets.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/values.hpp"

namespace dais::catalogue {

/// The languages of the catalogues (messages/), in the order of their English names, as the United Nations lists them.
std::span<std::string_view const> languages();

/// Whether a BCP 47 language is written from right to left.
bool right_to_left(std::string_view language);

/// How a text runs by its first letter that has a direction; none in an empty text or in bare digits.
enum class direction { none, left_to_right, right_to_left };
direction direction_of(std::string_view text);

/// What `language` is called in the reader's language: ("fr", "ar") is "arabe".
std::string language_name(std::string_view reader, std::string_view language);

/// "Arabic, French and Chinese", as the language joins a list.
std::string list(std::string_view language, std::span<std::string const> words);

/// A language, then without its region and so on: `zh-Hant-HK`, `zh-Hant`, `zh`.
std::vector<std::string> less_and_less_specific(std::string_view language);
/// The same, and English last.
std::vector<std::string> fallbacks(std::string_view language);

/// The text for a reader and the language that it is in.
struct picked {
  std::string_view language;
  std::string_view text;
};

/// The best text for a reader: exact language, language without region, the meeting's languages in their order,
/// English, any. Empty texts are passed over; with no text at all both fields are empty. The views live as long as
/// `texts`.
picked pick(std::map<std::string, std::string> const& texts, std::string_view language,
            std::span<std::string const> meeting_languages = {});

/// The same for the texts of the wire.
template <std::size_t Max>
picked pick(protocol::localized<Max> const& texts, std::string_view language,
            std::span<std::string const> meeting_languages = {});

/// Asks `find(language)` in the order of `pick` until it gives a text that is not empty.
template <class Find>
picked pick_with(std::string_view language, std::span<std::string const> meeting_languages, Find find) {
  for (auto const& own : less_and_less_specific(language))
    if (picked const found = find(own); !found.text.empty()) return found;
  for (auto const& of_meeting : meeting_languages)
    if (picked const found = find(of_meeting); !found.text.empty()) return found;
  return find("en");
}

template <std::size_t Max>
picked pick(protocol::localized<Max> const& texts, std::string_view language,
            std::span<std::string const> meeting_languages) {
  auto const view = [](auto const& entry) { return picked{entry.first.value, entry.second.value}; };
  auto const found = pick_with(language, meeting_languages, [&](std::string_view candidate) {
    auto const entry = texts.in.find(protocol::language{std::string(candidate)});
    return entry == texts.in.end() ? picked{} : view(*entry);
  });
  if (!found.text.empty()) return found;
  return texts.in.empty() ? picked{} : view(*texts.in.begin());
}

}  // namespace dais::catalogue
