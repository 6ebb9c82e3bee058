#pragma once

#include "server/gateway/assets.hpp"
#include "server/gateway/gateway_metrics.hpp"
#include "server/gateway/options.hpp"
#include "server/gateway/service.hpp"
#include "server/runtime/blocking_pool.hpp"
#include "server/runtime/clock.hpp"
#include "server/runtime/shard.hpp"

#include <boost/intrusive/list.hpp>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <random>
#include <span>

namespace dais::gateway {

/// A connection that the server can end from its side. It leaves the list by itself when it is destroyed.
class tracked : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
  /// Finishes what it is doing, says goodbye and ends.
  virtual void shut_down() = 0;
  /// Ends at once.
  virtual void abort() = 0;

protected:
  ~tracked() = default;
};

/// What all shards have in common.
struct shared_parts {
  options chosen;
  runtime::blocking_pool& pool;
  runtime::clock const& time;
  gateway_metrics numbers;
  std::span<asset const> assets;
  std::atomic<std::size_t> open{0};
  std::atomic<std::uint64_t> next_id{1};
};

/// What the sessions of one shard have in common. Sessions keep it alive. On its shard only.
class shard_context {
public:
  shard_context(runtime::shard& on, service& port, std::shared_ptr<shared_parts> parts)
      : shard(on), port(port), x_parts(std::move(parts)), x_random(std::random_device{}()) {}

  runtime::shard& shard;
  service& port;
  /// Filled and emptied within one handler; holds nothing across a wait.
  std::array<char, std::size_t{64} * 1024> read_buffer{};

  shared_parts& parts() { return *x_parts; }
  options const& chosen() const { return x_parts->chosen; }
  runtime::deadlines const& deadlines() const { return x_parts->chosen.deadlines; }
  gateway_metrics& numbers() { return x_parts->numbers; }
  std::uint64_t make_id() { return x_parts->next_id.fetch_add(1, std::memory_order_relaxed); }
  /// A whole number from `least` to `most`.
  std::uint32_t random_between(std::uint32_t least, std::uint32_t most) {
    return std::uniform_int_distribution<std::uint32_t>(least, most)(x_random);
  }

  void track(tracked& one) { x_all.push_back(one); }
  bool is_stopping() const { return x_stopping; }
  /// Asks every connection to end, and those that still come.
  void shut_down();
  /// Ends every connection.
  void abort();

private:
  template <typename Act>
  void for_each(Act act);

  using list = boost::intrusive::list<tracked, boost::intrusive::constant_time_size<false>>;

  std::shared_ptr<shared_parts> x_parts;
  std::minstd_rand x_random;
  list x_all;
  bool x_stopping = false;
};

/// Counts one open connection from its making to its end.
class open_count {
public:
  open_count(std::shared_ptr<shard_context> on, runtime::gauge& kind) : x_on(std::move(on)), x_kind(&kind) {
    x_on->parts().open.fetch_add(1);
    x_kind->add(1);
  }
  open_count(open_count const&) = delete;
  open_count& operator=(open_count const&) = delete;
  ~open_count() {
    x_kind->add(-1);
    x_on->parts().open.fetch_sub(1);
  }

private:
  std::shared_ptr<shard_context> x_on;
  runtime::gauge* x_kind;
};

}  // namespace dais::gateway
