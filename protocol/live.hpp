#pragma once
// Following topics: subscribe, then a snapshot or the patches since a sequence number, then every change as it happens.
//
// On a socket of GET /live (subprotocol dais.v1) the server sends the notifications "snapshot", "patch" and "heartbeat"
// with these params. A topic's state is a JSON object; a patch is an RFC 7396 merge patch over the state before it.
// Sequence numbers are those of the meeting's journal (for topics of the organization: of the organization's).

#include <map>
#include <optional>
#include <string>

#include <boost/describe/class.hpp>

#include "protocol/json.hpp"
#include "protocol/rpc.hpp"
#include "protocol/values.hpp"

namespace dais::protocol {
namespace live {

/// Where a client stands in one topic: the newest sequence number whose changes it has, 0 for "send me a snapshot", and
/// the epoch under which it got it (a restored journal has a new epoch, and old numbers mean nothing in it).
struct position {
  seq since = 0;
  std::optional<std::string> epoch;
};
BOOST_DESCRIBE_STRUCT(position, (), (since, epoch))

struct subscribed {
  std::string epoch;
  seq newest = 0;  ///< of the stream; every topic is current up to here once its first message has come
};
BOOST_DESCRIBE_STRUCT(subscribed, (), (epoch, newest))

/// Follow topics of one meeting; without `meeting`, topics of the organization. Topics that the caller may not see, or
/// that do not exist, refuse the whole request. Each topic then gets a snapshot, or the patches after `since`.
struct subscribe {
  static constexpr method_info info{"subscribe", method_kind::query, method_scope::either, "Follow topics."};
  using answer = subscribed;
  std::map<std::string, position> topics;
};
BOOST_DESCRIBE_STRUCT(subscribe, (), (topics))

struct unsubscribe {
  static constexpr method_info info{"unsubscribe", method_kind::query, method_scope::either, "Stop following topics."};
  using answer = done;
  list<std::string, 256> topics;
};
BOOST_DESCRIBE_STRUCT(unsubscribe, (), (topics))

struct pong {
  instant now;
};
BOOST_DESCRIBE_STRUCT(pong, (), (now))

/// The server's time. With its own time at sending and receiving a client knows the offset to within half the way.
struct ping {
  static constexpr method_info info{"ping", method_kind::query, method_scope::organization, "The server's time."};
  using answer = pong;
};
BOOST_DESCRIBE_STRUCT(ping, (), ())

struct topic_hash {
  seq at = 0;
  std::string sha256;  ///< hex, of the canonical JSON of the state
};
BOOST_DESCRIBE_STRUCT(topic_hash, (), (at, sha256))

/// The hash of a topic's state, with which a client proves that it shows what everybody shows.
struct hash {
  static constexpr method_info info{"hash", method_kind::query, method_scope::either, "The hash of a topic's state."};
  using answer = topic_hash;
  std::string topic;
};
BOOST_DESCRIBE_STRUCT(hash, (), (topic))

/// Notification "snapshot". `meeting` is absent for topics of the organization.
struct snapshot {
  std::optional<meeting_id> meeting;
  std::string topic;
  protocol::seq seq = 0;
  std::string epoch;
  json state;
};
BOOST_DESCRIBE_STRUCT(snapshot, (), (meeting, topic, seq, epoch, state))

/// Notification "patch": brings the topic's state from its previous message to `seq`.
struct patch {
  std::optional<meeting_id> meeting;
  std::string topic;
  protocol::seq seq = 0;
  json merge;
};
BOOST_DESCRIBE_STRUCT(patch, (), (meeting, topic, seq, merge))

/// Notification "heartbeat", every limits::heartbeat and when `writable` changes: the newest sequence number of the
/// stream, so that a gap is seen at once, and whether the server can save changes now.
struct heartbeat {
  std::optional<meeting_id> meeting;
  protocol::seq seq = 0;
  instant now;
  bool writable = true;
};
BOOST_DESCRIBE_STRUCT(heartbeat, (), (meeting, seq, now, writable))

}  // namespace live
}  // namespace dais::protocol
