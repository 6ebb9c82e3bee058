#include "client/dais/progress.hpp"

#include <unistd.h>

#include <iostream>

#include "client/dais/context.hpp"

namespace dais::command_line {

progress_line::progress_line(bool is_quiet) : x_is_shown(!is_quiet && is_terminal(STDERR_FILENO)) {}

void progress_line::show(std::string const& file, std::uint64_t here, std::uint64_t total) {
  int const percent = total == 0 ? 100 : static_cast<int>(100 * here / total);
  if (!x_is_shown || (percent == x_percent && file == x_file)) return;
  x_percent = percent;
  x_file = file;
  x_is_dirty = true;
  std::cerr << "\r\x1b[K" << percent << " %  " << file << std::flush;
}

void progress_line::clear() {
  if (x_is_dirty) std::cerr << "\r\x1b[K" << std::flush;
  x_is_dirty = false;
}

}  // namespace dais::command_line
