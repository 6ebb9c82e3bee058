#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "protocol/topics/documents.hpp"
#include "protocol/values.hpp"

namespace dais::native {

/// One language version of a published document that belongs into a folder.
struct wanted_file {
  protocol::document_id document;
  protocol::language language;
  std::int64_t revision = 1;
  std::string name;    ///< safe; two documents never have the same
  std::string sha256;  ///< hex
  std::uint64_t size = 0;
  std::string target;  ///< of GET: exactly this revision
};

struct wanted_files {
  std::vector<wanted_file> files;             ///< in the order of their names
  std::set<protocol::document_id> withdrawn;  ///< documents that no longer belong there
  std::size_t without_language = 0;           ///< published documents in none of the languages
};

/// What a folder shall hold of a topic "documents…" in these languages; every language where none is named.
wanted_files choose_files(protocol::topics::documents const& topic, protocol::meeting_id const& meeting,
                          std::vector<protocol::language> const& languages);

}  // namespace dais::native
