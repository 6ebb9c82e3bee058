#pragma once
// What a reader of mail makes of a message.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dais::mail::tests {

/// Headers by name in lower case, unfolded, with encoded words as the text they stand for; then the body as it came.
struct entity {
  std::map<std::string, std::string> headers;
  std::size_t header_count = 0;
  std::string body;
};

entity read_entity(std::string_view text);
/// The parts of a multipart entity.
std::vector<entity> parts_of(entity const& whole);
std::string from_base64(std::string_view text);
/// A header's text with its encoded words decoded.
std::string decoded(std::string_view text);

}  // namespace dais::mail::tests
