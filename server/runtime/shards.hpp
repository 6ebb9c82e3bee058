#pragma once

#include "server/runtime/shard.hpp"

#include <memory>
#include <vector>

namespace dais::runtime {

/// The program's shards, numbered from 0.
class shards {
public:
  /// Makes `count` shards (at least one); starts none.
  explicit shards(std::size_t count);

  std::size_t size() const { return x_all.size(); }
  shard& operator[](std::size_t index) { return *x_all.at(index); }

  /// Starts every thread.
  void run();
  /// Ends every loop. Any thread.
  void stop();
  /// Waits for every thread. Not from a shard.
  void join();

private:
  std::vector<std::unique_ptr<shard>> x_all;
};

}  // namespace dais::runtime
