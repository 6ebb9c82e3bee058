#pragma once

#include <chrono>

namespace dais::runtime {

/// How long the server waits for whom: every deadline of the program stands here. Tests shorten them.
struct deadlines {
  using duration = std::chrono::milliseconds;

  /// Between two requests of a connection that is kept alive, and before the first one.
  duration idle = std::chrono::seconds(60);
  /// From a request's first byte to the end of its header.
  duration header = std::chrono::seconds(10);
  /// Without a single further byte of a request's body.
  duration body_gap = std::chrono::seconds(20);
  /// Without a single byte of an answer taken by the peer.
  duration write_gap = std::chrono::seconds(30);
  /// For the rest of a request that was refused early, so that the answer is not lost to a reset.
  duration linger = std::chrono::seconds(2);
  /// Until the program's own answer to a request: executor, pool or engine.
  duration answer = std::chrono::seconds(30);
  /// Until an export has been made (PDF, spreadsheets).
  duration long_answer = std::chrono::seconds(120);
  /// Silence on a live connection after which a ping is sent.
  duration ping_after = std::chrono::seconds(20);
  /// Silence on a live connection after which it counts as dead.
  duration dead_after = std::chrono::seconds(45);
  /// From our close frame to the end of the connection.
  duration close_handshake = std::chrono::seconds(3);
  /// From the wish to stop to the end of the last connection.
  duration shutdown = std::chrono::seconds(8);
};

}  // namespace dais::runtime
