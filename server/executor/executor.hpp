#pragma once
// The single writer of one stream. How it works is in executor_impl.hpp.
//
// All waiting commands are taken as one batch. Each is decided against the state that the earlier ones of the batch
// leave (`working`); the events of the whole batch are appended in one transaction on the storage lane; only then does
// `committed` follow, is the batch published, and is anybody answered. `committed` is what every reader sees, at any
// time. When an append fails, the batch is refused as a whole, `working` goes back to `committed`, and the stream is
// read-only until the journal can be written again; what a failed append may have left behind all the same is then
// read from the journal and published like any other entry.

#include <chrono>
#include <deque>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <boost/asio/steady_timer.hpp>

#include "protocol/json.hpp"
#include "server/domain/context.hpp"
#include "server/executor/command_index.hpp"
#include "server/executor/event_codec.hpp"
#include "server/executor/record.hpp"
#include "server/executor/storage.hpp"
#include "server/journal/chain.hpp"
#include "server/runtime/clock.hpp"
#include "server/runtime/shard.hpp"

namespace dais::executor {

/// What an accepted command is told: its sequence number (that of the state it was decided on where it changed
/// nothing), and the method's own answer.
struct receipt {
  protocol::seq seq = 0;
  protocol::json answer;
};

struct executor_limits {
  std::size_t waiting = 4096;  ///< commands; one beyond is refused with too_many_requests
  std::size_t batch = 256;
  std::size_t answers = 4096;  ///< kept in memory
  std::size_t stretch = 1000;  ///< entries read at a time
  std::chrono::milliseconds retry{1000};
};

/// `Model` names `state`, `event` (a variant), and has `static void apply(state&, event const&, domain::position
/// const&)`, `static std::optional<protocol::person_id> forgotten(event const&)` and `static upcasters const&
/// forward()`. Everything runs on the home shard; no command before `run` has called back. After `stop`, and once the
/// storage lane and the shard are joined, it may be destroyed.
template <class Model>
class executor {
public:
  using state = typename Model::state;
  using event = typename Model::event;
  using reply = std::move_only_function<void(protocol::result<receipt>)>;

  struct outcome {
    std::vector<event> events;
    protocol::json answer;
  };

  struct command {
    protocol::command_id id;
    domain::actor by;
    std::string method;
    std::string request;  ///< digest, see record
    std::move_only_function<protocol::result<outcome>(state const&, domain::context const&)> decide;
    executor::reply reply;
  };

  /// One entry that has just become durable.
  struct published {
    protocol::seq at = 0;
    protocol::instant now;
    std::vector<event> events;
  };

  /// Called on the home shard: `on_publish` after each durable batch with the state after it, before any reply;
  /// `on_writable` when the stream stops or starts to take commands. Neither may throw.
  struct listener {
    std::function<void(state const&, std::span<published const>)> on_publish;
    std::function<void(bool)> on_writable;
  };

  executor(runtime::shard& home, storage store, runtime::clock const& time, std::string stream, listener hear,
           executor_limits bounds = {})
      : home_(home),
        store_(store),
        time_(time),
        stream_(std::move(stream)),
        hear_(std::move(hear)),
        bounds_(bounds),
        index_(bounds.answers),
        last_hash_(journal::origin(stream_)),
        retry_(home.context()) {}
  executor(executor const&) = delete;
  executor& operator=(executor const&) = delete;

  /// Reads the stream from its beginning, checks its chain, then calls `ready` on the home shard: with the number of
  /// entries, or with words that name the first broken one.
  void run(std::move_only_function<void(std::expected<protocol::seq, std::string>)> ready);

  void submit(command what);

  state const& committed() const { return committed_; }
  protocol::seq newest() const { return committed_seq_; }
  bool writable() const { return writable_; }
  std::string const& stream() const { return stream_; }
  /// Stands for this very journal: another one after the stream was made anew. Empty before the first entry.
  std::string const& epoch() const { return epoch_; }

  /// Refuses what waits, and takes nothing more.
  void stop();

private:
  struct stored {
    published what;
    record entry;
  };
  struct stretch_of_events {
    std::vector<stored> entries;
    journal::hash256 last;
  };
  using loaded = std::expected<stretch_of_events, std::string>;

  struct batch {
    std::vector<stored> entries;
    std::vector<std::pair<reply, protocol::result<receipt>>> replies;
    bool failed = false;
  };

  static protocol::rejection read_only();
  void schedule();
  void take_batch();
  void decide(command& what, batch& into);
  static protocol::rejection internal();
  void decide_new(command& what, batch& into);
  void answer_again(command& what, protocol::seq at, batch& into);
  void append(std::shared_ptr<batch> work);
  void appended(batch& work, journal::head const& end);
  /// Brings `committed` forward and remembers what to publish.
  void accept(stretch_of_events const& all);
  void publish();
  void send_replies(batch& work);
  void fail(batch& work, std::string const& why);
  void refuse_waiting();
  void set_writable(bool now);
  void retry_later();
  /// Asks whether the journal can be written, then reads what a failed append may have left, then takes commands again.
  void recover();
  /// Brings both states to the end of the stream, a stretch at a time.
  void read_on(std::move_only_function<void(std::expected<void, std::string>)> then);
  /// Destroys the keys of the persons that are to be forgotten. Where that fails the stream is read-only until it is
  /// done.
  void forget_owed(std::move_only_function<void()> then);
  /// On the lane: the next stretch, as events.
  loaded load(protocol::seq after, journal::hash256 previous);

  runtime::shard& home_;
  storage store_;
  runtime::clock const& time_;
  std::string stream_;
  listener hear_;
  executor_limits bounds_;

  state committed_{};
  state working_{};
  protocol::seq committed_seq_ = 0;
  std::string epoch_;
  command_index index_;
  journal::hash256 last_hash_;
  std::vector<published> unpublished_;
  std::vector<std::string> owed_;  ///< persons whose keys are still to be destroyed
  std::deque<command> waiting_;
  bool scheduled_ = false;
  bool in_flight_ = false;
  bool writable_ = true;
  bool stopped_ = false;
  boost::asio::steady_timer retry_;
};

}  // namespace dais::executor
