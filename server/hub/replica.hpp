#pragma once
// The topics that one shard's connections follow: newest snapshot, ring of recent patches, readers.

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "protocol/live.hpp"
#include "server/hub/publication.hpp"
#include "server/hub/subscriber.hpp"

namespace dais::hub {

struct replica_limits {
  std::size_t patches = 256;  ///< in a topic's ring, beyond those after its snapshot
  std::size_t bytes = 512 * 1024;
  std::size_t topics_per_reader = 256;
};

/// Everything on one shard. A new reader gets the snapshot and the patches after it, one that comes back gets the
/// patches after the sequence number that it names, where they are still in the ring. Subscribing and sending that
/// first state are one step: no message can fall between them.
class replica {
public:
  explicit replica(replica_limits bounds = {}) : bounds_(bounds) {}
  replica(replica const&) = delete;
  replica& operator=(replica const&) = delete;

  bool holds(std::string_view stream, std::string_view topic) const;
  /// Takes a topic as its board has it. Whatever the home shard published before is in it, whatever comes after
  /// follows.
  void install(std::string const& stream, topic_base const& base);
  /// Takes over a stream's publication and sends it on to the readers; a heartbeat too where `writable` has changed.
  void take(publication const& news, protocol::instant now);

  /// False where the topic is not held, or the reader follows too many. Following again starts anew at `from`.
  bool subscribe(subscriber& reader, std::string_view stream, std::string_view topic,
                 protocol::live::position const& from);
  void unsubscribe(subscriber& reader, std::string_view stream, std::string_view topic);
  /// Sends the topic's snapshot and all patches after it, if the reader still follows it.
  void refresh(subscriber& reader, topic_id topic);
  /// The reader is gone.
  void forget(subscriber const& reader);

  /// Sends every reader where its streams stand.
  void heartbeat(protocol::instant now);
  /// Names the meeting that a stream is about, for its heartbeats; nothing for the organization.
  void name_stream(std::string const& stream, std::optional<protocol::meeting_id> meeting);

  std::size_t readers() const { return readers_.size(); }
  /// Bytes of snapshots and patches held.
  std::size_t bytes() const;

private:
  struct channel {
    topic_id id = topic_id::none;
    std::string topic;
    frame snapshot;
    std::deque<frame> ring;
    std::size_t ring_bytes = 0;
    std::uint64_t floor = 0;  ///< every patch after this number is in the ring
    std::vector<subscriber*> readers;
  };
  struct stream {
    std::optional<protocol::meeting_id> meeting;
    std::string epoch;
    protocol::seq newest = 0;
    bool writable = true;
    std::map<std::string, std::unique_ptr<channel>, std::less<>> channels;
  };
  struct reader {
    subscriber* to = nullptr;
    std::vector<channel*> follows;
  };

  channel* find(std::string_view stream, std::string_view topic) const;
  void trim(channel& of) const;
  void send_from_snapshot(subscriber& reader, channel const& of) const;
  void beat(stream const& of, protocol::instant now);

  replica_limits bounds_;
  std::map<std::string, stream, std::less<>> streams_;
  std::unordered_map<std::uint64_t, reader> readers_;
  std::vector<channel*> by_id_;
};

}  // namespace dais::hub
