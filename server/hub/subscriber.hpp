#pragma once

#include "server/hub/frame.hpp"

#include <cstdint>
#include <string_view>

namespace dais::hub {

/// Why the server ends a live connection. 4000–4499: come back after the delay that the reason names. 4500–4999: do
/// not.
enum class close_code : std::uint16_t {
  restarting = 4000,      ///< the server stops or restarts
  too_slow = 4001,        ///< replies pile up faster than the peer reads them
  overloaded = 4002,      ///< the server has no room for one more
  refused = 4500,         ///< the peer breaks the protocol's own rules
  signed_out = 4501,      ///< the session was ended or revoked, or its sign-in is not valid
  rights_changed = 4502,  ///< the account may no longer see what it had subscribed to
};

/// The hub's end of one live connection, WebSocket or event stream. Everything on the connection's shard only.
class subscriber {
public:
  virtual ~subscriber() = default;

  /// Unique in the process, never used again.
  virtual std::uint64_t id() const = 0;

  /// Queues a message; it leaves at the end of this turn of the loop if the socket takes it. Never blocks, never fails:
  /// a reader too slow for its queue loses what is queued, and is given new snapshots of the topics involved when it
  /// reads again. After `close`, or when the peer has gone, nothing happens.
  virtual void send(frame const& message) = 0;

  /// Ends the connection with this code. For come-back codes a jittered delay is added to the reason by itself;
  /// `reason` is a short sentence in ASCII without personal data (at most 80 bytes are sent).
  virtual void close(close_code code, std::string_view reason) = 0;
};

}  // namespace dais::hub
