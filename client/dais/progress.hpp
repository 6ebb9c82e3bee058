#pragma once

#include <cstdint>
#include <string>

namespace dais::command_line {

/// One line on the terminal that says how far a file is; nothing where nobody looks (no terminal, --json).
class progress_line {
public:
  explicit progress_line(bool is_quiet);

  void show(std::string const& file, std::uint64_t here, std::uint64_t total);
  /// Takes the line away.
  void clear();

private:
  bool x_is_shown;
  bool x_is_dirty = false;
  int x_percent = -1;
  std::string x_file;
};

}  // namespace dais::command_line
