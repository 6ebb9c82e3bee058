#pragma once
// Where every stream of one server is written.

#include "server/journal/keyring.hpp"
#include "server/journal/port.hpp"
#include "server/runtime/blocking_pool.hpp"

namespace dais::executor {

/// The journal and the keys, and the one thread on which they are used: its queue is the order of all appends. Both
/// engines and the lane (a pool of one thread) must outlive every executor that writes through them.
struct storage {
  journal::port& journal;
  journal::keyring& keys;
  runtime::blocking_pool& lane;
};

}  // namespace dais::executor
