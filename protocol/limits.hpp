#pragma once
// Every number that a peer can run into, in one place.

#include <chrono>
#include <cstddef>

namespace dais::protocol::limits {

/// Bytes of one JSON text: a WebSocket message, and the body of POST /rpc (which also takes a meeting's file).
inline constexpr std::size_t socket_message = 1'048'576;
inline constexpr std::size_t posted_message = 8'388'608;
/// Levels of nesting in a JSON text.
inline constexpr int depth = 32;
/// Problems that one refusal reports.
inline constexpr std::size_t problems = 20;
/// Topics that one connection may follow at a time.
inline constexpr std::size_t topics_per_connection = 256;
/// Commands of one connection that may wait for their answer.
inline constexpr std::size_t commands_in_flight = 64;
/// Bytes of an uploaded file, unless the configuration says otherwise.
inline constexpr std::size_t upload = 50 * 1'048'576;
/// How often a connection hears the newest sequence number of its meeting.
inline constexpr std::chrono::seconds heartbeat{15};
/// One-time links and sessions end after this.
inline constexpr std::chrono::hours link_life{24 * 7};
inline constexpr std::chrono::hours session_life{24 * 14};

}  // namespace dais::protocol::limits
