#pragma once
// The topics of one stream, on its home shard: their states, and the patches between them.

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "protocol/json.hpp"
#include "protocol/values.hpp"
#include "server/hub/publication.hpp"

namespace dais::hub {

struct board_limits {
  std::size_t patches = 64;        ///< until a new snapshot goes along
  std::size_t bytes = 256 * 1024;  ///< of patches, likewise
};

/// Holds the state of every topic that anybody has asked for. A topic nobody asked for costs nothing.
class board {
public:
  /// The state of a topic now; nothing where there is no such topic. Must be a JSON object without nulls.
  using view = std::function<std::optional<protocol::json>(std::string_view topic)>;

  /// `meeting` is named in every message, absent for the organization's stream.
  board(std::optional<protocol::meeting_id> meeting, std::string stream, view show, board_limits bounds = {});

  /// The topic as it stands at `now`, for a replica; nothing where there is no such topic.
  std::optional<topic_base> base(std::string_view topic, protocol::seq now, std::string const& epoch);

  /// Computes the patches of the topics in `touched` (those that are held) up to `now`.
  std::shared_ptr<publication const> publish(std::span<std::string const> touched, protocol::seq now,
                                             std::string const& epoch, bool writable);

  /// The state of a topic as every replica has it; nothing where there is no such topic.
  std::optional<protocol::json> state(std::string_view topic) const;

private:
  struct held {
    protocol::json state;
    protocol::seq changed = 0;
    std::size_t patches = 0;
    std::size_t bytes = 0;
    frame snapshot;
  };
  frame snapshot_of(std::string_view topic, held const& of, std::string const& epoch) const;

  std::optional<protocol::meeting_id> meeting_;
  std::string stream_;
  view show_;
  board_limits bounds_;
  std::map<std::string, held, std::less<>> topics_;
};

}  // namespace dais::hub
