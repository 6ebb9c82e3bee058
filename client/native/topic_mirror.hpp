#pragma once

#include <compare>
#include <optional>
#include <string>

#include "protocol/json.hpp"
#include "protocol/live.hpp"
#include "protocol/values.hpp"

namespace dais::native {

/// A topic of one meeting, or of the organization where `meeting` is absent.
struct topic_key {
  std::optional<protocol::meeting_id> meeting;
  std::string name;
  auto operator<=>(topic_key const&) const = default;
};

/// Our copy of one topic's state: built from a snapshot, brought forward by merge patches.
///
/// It knows what it must not do: apply a patch without the state that the patch was made for. A patch that was seen
/// already is passed over; one that comes before any snapshot, or after the journal has become another one, is a gap.
class topic_mirror {
public:
  enum class outcome { changed, seen, gap };

  /// Where to resume from: {0} until the first snapshot has come.
  protocol::live::position position() const;
  /// The server's answer to our subscription; under another epoch only a snapshot can follow.
  void subscribed(protocol::live::subscribed const& answer);
  outcome take(protocol::live::snapshot&& snapshot);
  outcome take(protocol::live::patch const& patch);
  /// The stream has come this far. A number below ours means that the journal is another one: a gap.
  outcome heard_of(protocol::seq newest) const;
  /// Forget everything; the next message must be a snapshot.
  void start_over();

  bool has_state() const { return x_has_state; }
  /// Null until the first snapshot; stays readable while we are disconnected or start over.
  protocol::json const& state() const { return x_state; }
  protocol::seq at() const { return x_at; }
  /// SHA-256 of the canonical JSON of the state, in hex.
  std::string hash() const;

private:
  protocol::json x_state;
  protocol::seq x_at = 0;
  std::optional<std::string> x_epoch;
  bool x_has_state = false;
};

}  // namespace dais::native
