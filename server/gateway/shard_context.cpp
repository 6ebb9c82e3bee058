#include "server/gateway/shard_context.hpp"

namespace dais::gateway {

template <typename Act>
void shard_context::for_each(Act act) {
  // An act may destroy its connection, and others: walk over a list from which each is moved back before it is acted
  // on.
  list waiting;
  waiting.swap(x_all);
  while (!waiting.empty()) {
    auto& one = waiting.front();
    waiting.pop_front();
    x_all.push_back(one);
    act(one);
  }
}

void shard_context::shut_down() {
  x_stopping = true;
  for_each([](tracked& one) { one.shut_down(); });
}

void shard_context::abort() {
  x_stopping = true;
  for_each([](tracked& one) { one.abort(); });
}

}  // namespace dais::gateway
