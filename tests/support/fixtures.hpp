#pragma once
// The golden messages of protocol/fixtures.

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "protocol/json.hpp"
#include "tests/support/files.hpp"

namespace dais::support {

inline std::filesystem::path const fixtures = std::filesystem::path(DAIS_SOURCE_DIR) / "protocol/fixtures";

inline protocol::json read_fixture(std::filesystem::path const& file) {
  return protocol::json::parse(support::read_file(file));
}

/// The fixtures below `protocol/fixtures/<kind>`, in order.
inline std::vector<std::filesystem::path> fixture_files(std::string const& kind) {
  std::vector<std::filesystem::path> out;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(fixtures / kind))
    if (entry.is_regular_file()) out.push_back(entry.path());
  std::ranges::sort(out);
  return out;
}

/// The bytes that a client would send.
inline std::string sent(protocol::json const& fixture) {
  if (auto const text = fixture.find("text"); text != fixture.end()) return text->get<std::string>();
  if (auto const bytes = fixture.find("bytes"); bytes != fixture.end()) {
    // Each character stands for the byte of its number: JSON itself cannot hold what is not UTF-8.
    std::string out;
    auto const characters = bytes->get<std::string>();
    for (std::size_t i = 0; i < characters.size(); ++i) {
      auto const first = static_cast<unsigned char>(characters[i]);
      if (first < 0x80)
        out += characters[i];
      else
        out += static_cast<char>((first & 3) << 6 | (static_cast<unsigned char>(characters[++i]) & 0x3F));
    }
    return out;
  }
  return fixture.at("request").dump();
}

}  // namespace dais::support
