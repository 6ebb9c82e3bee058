#pragma once
// What travels from a stream's home shard to the replicas on every shard: immutable and shared.

#include <optional>
#include <string>
#include <vector>

#include "protocol/values.hpp"
#include "server/hub/frame.hpp"

namespace dais::hub {

/// A change of one topic. `snapshot` is there now and then, so that a replica's snapshot never lies far behind.
struct topic_change {
  std::string topic;
  frame patch;
  frame snapshot;  ///< none, or the whole state after the patch
};

/// What one batch of a stream changed; without changes it only says where the stream stands.
struct publication {
  std::string stream;
  std::string epoch;
  protocol::seq newest = 0;
  bool writable = true;
  std::vector<topic_change> changes;
};

/// A topic as it is now, for a replica that does not hold it yet.
struct topic_base {
  std::string topic;
  frame snapshot;
};

}  // namespace dais::hub
