#include "client/native/topic_mirror.hpp"

#include <utility>

#include "client/native/sha256.hpp"
#include "protocol/merge_patch.hpp"

namespace dais::native {

protocol::live::position topic_mirror::position() const {
  if (!x_has_state) return {};
  return {.since = x_at, .epoch = x_epoch};
}

void topic_mirror::subscribed(protocol::live::subscribed const& answer) {
  if (x_has_state && x_epoch != answer.epoch) start_over();
}

topic_mirror::outcome topic_mirror::take(protocol::live::snapshot&& snapshot) {
  x_state = std::move(snapshot.state);
  x_at = snapshot.seq;
  x_epoch = std::move(snapshot.epoch);
  x_has_state = true;
  return outcome::changed;
}

topic_mirror::outcome topic_mirror::take(protocol::live::patch const& patch) {
  if (!x_has_state) return outcome::gap;
  if (patch.seq <= x_at) return outcome::seen;
  protocol::merge_apply(x_state, patch.merge);
  x_at = patch.seq;
  return outcome::changed;
}

topic_mirror::outcome topic_mirror::heard_of(protocol::seq newest) const {
  return x_has_state && newest < x_at ? outcome::gap : outcome::seen;
}

void topic_mirror::start_over() {
  x_has_state = false;
  x_at = 0;
  x_epoch.reset();
}

std::string topic_mirror::hash() const { return sha256_of(protocol::canonical(x_state)).hex(); }

}  // namespace dais::native
