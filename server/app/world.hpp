#pragma once
// Everything that one server holds, and who may touch it from where.

#include <atomic>
#include <map>
#include <memory>
#include <set>
#include <string>

#include "server/app/live_stream.hpp"
#include "server/app/models.hpp"
#include "server/executor/storage.hpp"
#include "server/runtime/blocking_pool.hpp"
#include "server/runtime/clock.hpp"
#include "server/runtime/metrics.hpp"
#include "server/runtime/shards.hpp"
#include "server/vault/store.hpp"

namespace dais::app {

using organization_stream = live_stream<organization_model>;
using meeting_stream = live_stream<meeting_model>;

inline constexpr std::string_view organization_name = "organization";
inline std::string stream_of(protocol::meeting_id const& meeting) { return "meeting/" + meeting.value; }

/// The meetings as one shard knows them. Streams are made once and live as long as the world.
using meeting_map = std::map<protocol::meeting_id, meeting_stream*>;

/// The engines that a world stands on; all outlive it.
struct engines {
  executor::storage store;
  vault::store& files;
  runtime::blocking_pool& pool;  ///< PDF, Argon2id, files
  runtime::clock const& time;
  runtime::metrics& numbers;
  std::size_t upload_bytes;  ///< the largest file that is taken
};

/// The streams, their homes, and each shard's replica and map of meetings. The organization lives on shard 0, a meeting
/// on the shard that its name falls to.
class world {
public:
  world(runtime::shards& on, engines with);
  world(world const&) = delete;
  world& operator=(world const&) = delete;

  /// Reads the whole journal, then calls `ready` on shard 0: with nothing, or with words for the operator.
  void run(std::move_only_function<void(std::expected<void, std::string>)> ready);
  /// Refuses further commands. Then join the lane and the shards.
  void stop();

  runtime::shards& shards() { return on_; }
  engines const& with() const { return with_; }
  organization_stream& organization() { return organization_; }
  /// On shard `index` only.
  hub::replica& replica(std::size_t index) { return *replicas_[index]; }
  meeting_map const& meetings(std::size_t index) const { return maps_[index]; }

  /// On shard 0: makes the stream of a meeting that is not there yet, and calls `ready` on shard 0 once every shard
  /// knows it. For one that is there it calls at once.
  void open_meeting(protocol::meeting_id const& meeting,
                    std::move_only_function<void(std::expected<meeting_stream*, std::string>)> ready);

  /// Tells the organization of a meeting as it is described now; does nothing where it knows. Any shard; calls back on
  /// shard 0.
  void register_meeting(meeting_stream& which, std::move_only_function<void(protocol::result<executor::receipt>)> done);

  /// Whether every stream can be written now. Any shard.
  bool writable() const { return read_only_.load() == 0; }

  /// Called on shard 0 after each change of the organization.
  void on_organization(std::function<void(domain::organization_state const&)> then) {
    on_organization_ = std::move(then);
  }

  /// Called on a meeting's home shard after delegations of it were changed.
  void on_delegations(std::function<void(protocol::meeting_id const&, std::set<protocol::delegation_id> const&)> then) {
    on_delegations_ = std::move(then);
  }

private:
  void open_all(std::vector<protocol::meeting_id> names,
                std::move_only_function<void(std::expected<void, std::string>)> ready);

  runtime::shards& on_;
  engines with_;
  replicas replicas_;
  std::vector<meeting_map> maps_;
  std::function<void(domain::organization_state const&)> on_organization_;
  std::function<void(protocol::meeting_id const&, std::set<protocol::delegation_id> const&)> on_delegations_;
  std::map<protocol::meeting_id,
           std::vector<std::move_only_function<void(std::expected<meeting_stream*, std::string>)>>>
      opening_;
  std::atomic<int> read_only_{0};  ///< streams that cannot be written
  organization_stream organization_;
  std::map<protocol::meeting_id, std::unique_ptr<meeting_stream>> meetings_;
};

}  // namespace dais::app
