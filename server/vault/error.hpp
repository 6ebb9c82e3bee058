#pragma once

#include <expected>
#include <string>

namespace dais::vault {

/// Why the vault could not do what it was asked.
enum class fault {
  too_large,    ///< more bytes than the caller allows
  disk_full,    ///< nothing more fits; nothing was kept
  absent,       ///< no file has this hash
  unavailable,  ///< the folder cannot be read or written
};

/// A fault with words for the operator.
struct error {
  fault what;
  std::string detail;

  bool operator==(error const&) const = default;
};

template <class Value>
using result = std::expected<Value, error>;

/// The value of `errno` as a fault: a full disk, a spent quota or a limit on a file's size is `disk_full`.
error system_error(int number, std::string const& doing);

}  // namespace dais::vault
