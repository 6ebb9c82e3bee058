#include "client/native/wanted_files.hpp"

#include <algorithm>
#include <map>

#include "client/native/address.hpp"
#include "client/native/safe_name.hpp"
#include "protocol/hash256.hpp"

namespace dais::native {
namespace {

/// The symbol, or else the title in the file's language, in English, in any.
std::string stem_of(protocol::topics::document const& document, protocol::language const& language) {
  auto const& current = *document.current;
  if (current.symbol) return safe_name(current.symbol->value);
  if (document.details.symbol) return safe_name(document.details.symbol->value);
  auto const& titles = document.details.title.in;
  auto title = titles.find(language);
  if (title == titles.end()) title = titles.find({"en"});
  if (title == titles.end()) title = titles.begin();
  return safe_name(title == titles.end() ? "" : title->second.value);
}

bool is_one_of(protocol::language const& language, std::vector<protocol::language> const& languages) {
  return languages.empty() || std::ranges::find(languages, language) != languages.end();
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return text;
}

}  // namespace

wanted_files choose_files(protocol::topics::documents const& topic, protocol::meeting_id const& meeting,
                          std::vector<protocol::language> const& languages) {
  wanted_files out;
  std::map<std::string, std::string> stems;  // lower-case name to the document that has it first
  for (auto const& [id, document] : topic.documents) {
    if (document.state == protocol::document_state::withdrawn) out.withdrawn.insert(id);
    if (document.state != protocol::document_state::published || !document.current) continue;
    bool is_there = false;
    for (auto const& [language, file] : document.current->files) {
      if (!is_one_of(language, languages) || !protocol::hash256::from_hex(file.sha256) || file.size < 0) continue;
      is_there = true;
      auto name = stem_of(document, language) + '_' + language.value;
      auto const ending = ending_of(file.media_type, file.name.value);
      auto const [first, is_free] = stems.emplace(lower(name + ending), id.value);
      if (!is_free && first->second != id.value) name += " (" + safe_name(id.value) + ')';
      out.files.push_back({.document = id,
                           .language = language,
                           .revision = document.current->number,
                           .name = name + ending,
                           .sha256 = file.sha256,
                           .size = static_cast<std::uint64_t>(file.size),
                           .target = "/documents/" + percent_encoded(meeting.value) + '/' + percent_encoded(id.value) +
                                     '/' + percent_encoded(language.value) + "/" +
                                     std::to_string(document.current->number)});
    }
    if (!is_there) ++out.without_language;
  }
  std::ranges::sort(out.files, {}, &wanted_file::name);
  return out;
}

}  // namespace dais::native
