#include "server/runtime/shards.hpp"

#include <algorithm>

namespace dais::runtime {

shards::shards(std::size_t count) {
  for (std::size_t i = 0; i < std::max<std::size_t>(count, 1); ++i) x_all.push_back(std::make_unique<shard>(i));
}

void shards::run() {
  for (auto& one : x_all) one->run();
}

void shards::stop() {
  for (auto& one : x_all) one->stop();
}

void shards::join() {
  for (auto& one : x_all) one->join();
}

}  // namespace dais::runtime
