#pragma once
// What dais_embed (cmake/dais_embed.cmake) puts into a binary.

#include <string_view>

namespace dais::embedded {

/// One embedded file: its path below the embedded folder, with '/', and its bytes, both valid as long as the program
/// runs.
struct file {
  std::string_view path;
  std::string_view bytes;
};

}  // namespace dais::embedded
