#pragma once

#include <string>

namespace dais::native {

/// Why something that goes over the network or to the disk was not done. `words` are for a log; they may be in the
/// system's language and name hosts and files.
struct failure {
  enum class kind {
    unreachable,  ///< no such host, refused, or gone in the middle
    timed_out,
    not_trusted,  ///< the server's certificate is not one that this machine trusts
    broken,       ///< what came is not what was asked for (a hash, a length)
    too_large,
    disk,    ///< a file of ours cannot be read or written
    stopped  ///< by the caller
  };
  kind what = kind::broken;
  std::string words;
};

}  // namespace dais::native
