#pragma once

#include <expected>
#include <string>

namespace dais::journal {

/// Why a journal or a keyring could not do what it was asked.
enum class fault {
  conflict,     ///< the head is not where the caller thought: read what is after it, decide again
  disk_full,    ///< nothing more fits; trying again makes sense once probe() succeeds
  unavailable,  ///< the engine cannot be reached, is locked, read-only, of a newer version, or failed to write
  corrupt,      ///< what is stored is not what was written, or is not ours at all
};

/// A fault with words for the operator: names the file or the entry, never holds a key or a body.
struct error {
  fault what;
  std::string detail;

  bool operator==(error const&) const = default;
};

template <class Value>
using result = std::expected<Value, error>;

}  // namespace dais::journal
