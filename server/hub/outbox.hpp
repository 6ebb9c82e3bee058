#pragma once

#include "server/hub/frame.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dais::hub {

/// What waits to be written to one live connection: a pure state machine, without a socket.
///
/// All writing goes through it, control frames included, so that nothing can land inside a partly written frame.
/// Live messages are bounded in bytes: past the bound all of them are dropped and their topics become stale, which
/// means that patches for them are dropped until a snapshot of the topic is queued. Replies keep their order among the
/// live messages, are never dropped, and have a bound of their own.
class outbox {
public:
  /// How a frame is written: as it is, or as an event of a text/event-stream (payload only).
  enum class framing : std::uint8_t { websocket, event_stream };

  struct limits {
    /// Bytes of live messages that may wait. One message beyond it is let in when nothing else waits.
    std::size_t live_bytes = std::size_t{1} << 20;
    /// Bytes of replies that may wait; the same exception holds.
    std::size_t reply_bytes = std::size_t{4} << 20;
  };

  enum class verdict : std::uint8_t {
    queued,      ///< will be written
    dropped,     ///< not written: the topic is stale or the connection is closing
    overflowed,  ///< not written, and everything live that waited was dropped with it
  };

  /// Which control message: at most one of each waits, a newer one takes the older one's place.
  enum class control : std::uint8_t { ping, pong };

  explicit outbox(limits bounds, framing form = framing::websocket) : x_limits(bounds), x_framing(form) {}

  /// Queues a snapshot, patch or notice. `prefix` is written before the payload (an event stream's `id:` and `data:`).
  verdict push_live(frame message, std::string prefix = {});

  /// Queues a reply. False when replies are past their bound: the connection has to be closed.
  [[nodiscard]] bool push_reply(frame message, std::string prefix = {});

  /// Queues a control message, given as it goes over the wire, before everything that has not begun to be written.
  void push_control(control which, std::string bytes);

  /// Queues the last message, given as it goes over the wire, after the replies; drops what is live. Nothing is taken
  /// after it.
  void push_close(std::string bytes);

  /// True when nothing waits.
  bool empty() const { return x_next == x_entries.size(); }
  /// True once the last message has been queued.
  bool closing() const { return x_closing; }
  /// True once the last message has been written whole.
  bool finished() const { return x_closing && empty(); }

  /// Puts the next bytes to write into `into`, in order, and returns how many places were used. The views live until
  /// the outbox is next changed.
  std::size_t gather(std::span<std::string_view> into) const;

  /// `bytes` of what `gather` gave have been written.
  void wrote(std::size_t bytes);

  /// The next topic whose snapshot has to be asked for, or none. Topics are given one at a time and only when no live
  /// message waits. The topic is stale no more, and until `refreshed` its messages are taken beyond the bound: its
  /// snapshot must be pushed first, then the patches after it.
  topic_id take_stale();
  /// The topic that `take_stale` gave has its state again: the bound holds for it as for the others.
  void refreshed() { x_refreshing = topic_id::none; }

  /// Topics whose patches are dropped now, in no order.
  std::span<topic_id const> stale() const { return x_stale; }

  std::size_t live_bytes() const { return x_live_bytes; }
  std::size_t reply_bytes() const { return x_reply_bytes; }

private:
  enum class entry_kind : std::uint8_t { live, reply, ping, pong, close };

  struct entry {
    frame message;
    std::string own;
    entry_kind kind;
  };

  std::size_t parts(entry const& of, std::span<std::string_view, 3> into) const;
  std::size_t size_of(entry const& of) const;
  void append(entry made);
  void forget(entry const& of);
  void drop_live();
  void mark_stale(topic_id topic);

  limits x_limits;
  framing x_framing;
  std::vector<entry> x_entries;
  std::size_t x_next = 0;
  std::size_t x_begun = 0;
  std::size_t x_live_bytes = 0;
  std::size_t x_reply_bytes = 0;
  std::vector<topic_id> x_stale;
  topic_id x_refreshing = topic_id::none;
  bool x_closing = false;
};

}  // namespace dais::hub
