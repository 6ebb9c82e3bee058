#pragma once
// One stream with everything that hangs on it: its executor and its board on the home shard, its replicas everywhere.

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/executor/executor.hpp"
#include "server/hub/board.hpp"
#include "server/hub/replica.hpp"
#include "server/runtime/shards.hpp"

namespace dais::app {

/// The replicas of the shards, in their order; each is used on its own shard only.
using replicas = std::vector<std::unique_ptr<hub::replica>>;

/// What a subscription needs from the home shard: the topics that this shard does not hold yet, and where the stream
/// is.
struct topic_bases {
  std::vector<hub::topic_base> bases;
  std::shared_ptr<hub::publication const> where;
};

template <class Model>
class live_stream {
public:
  using runner = executor::executor<Model>;
  /// The state of a topic, and the topics that an event may change: the views of this kind of stream.
  struct views {
    std::function<std::optional<protocol::json>(typename Model::state const&, std::string_view)> topic;
    std::function<std::vector<std::string>(typename Model::state const&, typename Model::event const&)> touched;
  };
  /// Called on the home shard after each batch was sent on its way to the replicas.
  using after_publish = std::function<void(typename Model::state const&, std::span<typename runner::published const>)>;

  live_stream(runtime::shard& home, runtime::shards& all, replicas& everywhere, executor::storage store,
              runtime::clock const& time, std::string stream, std::optional<protocol::meeting_id> meeting, views show,
              std::atomic<int>& read_only, after_publish then = {})
      : home_(home),
        all_(all),
        everywhere_(everywhere),
        time_(time),
        show_(std::move(show)),
        read_only_(read_only),
        then_(std::move(then)),
        run_(home, store, time, stream,
             {[this](auto const& state, auto news) { publish(state, news); },
              [this](bool writable) { announce(writable); }}),
        board_(std::move(meeting), stream,
               [this](std::string_view topic) { return show_.topic(run_.committed(), topic); }) {}

  runtime::shard& home() { return home_; }
  runner& run() { return run_; }
  std::string const& name() const { return run_.stream(); }

  /// On the home shard: the bases of `topics`, or the first of them that does not exist.
  std::expected<topic_bases, std::string> bases(std::vector<std::string> const& topics) {
    topic_bases out;
    for (auto const& each : topics) {
      auto base = board_.base(each, run_.newest(), run_.epoch());
      if (!base) return std::unexpected(each);
      out.bases.push_back(std::move(*base));
    }
    out.where = board_.publish({}, run_.newest(), run_.epoch(), run_.writable());
    return out;
  }
  std::optional<protocol::json> state_of(std::string_view topic) const { return board_.state(topic); }

private:
  void publish(typename Model::state const& state, std::span<typename runner::published const> news) {
    std::vector<std::string> touched;
    for (auto const& entry : news)
      for (auto const& event : entry.events)
        for (auto& topic : show_.touched(state, event)) touched.push_back(std::move(topic));
    send(board_.publish(touched, news.back().at, run_.epoch(), run_.writable()));
    if (then_) then_(state, news);
  }

  void announce(bool writable) {
    read_only_ += writable ? -1 : 1;
    send(board_.publish({}, run_.newest(), run_.epoch(), run_.writable()));
  }

  void send(std::shared_ptr<hub::publication const> news) {
    auto const now = time_.now();
    for (std::size_t i = 0; i < all_.size(); ++i)
      all_[i].post([to = everywhere_[i].get(), news, now] { to->take(*news, now); });
  }

  runtime::shard& home_;
  runtime::shards& all_;
  replicas& everywhere_;
  runtime::clock const& time_;
  views show_;
  std::atomic<int>& read_only_;
  after_publish then_;
  runner run_;
  hub::board board_;
};

}  // namespace dais::app
