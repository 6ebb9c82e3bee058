#include "server/access/sign_in_gate.hpp"

#include <algorithm>

namespace dais::access {

namespace {

std::chrono::seconds wait_after(std::int64_t attempts_made) {
  auto const doublings = std::min<std::int64_t>(attempts_made - sign_in_gate::free_attempts, 10);
  return std::min(std::chrono::seconds(1LL << doublings), sign_in_gate::longest_wait);
}

}  // namespace

bool sign_in_gate::forgotten(attempts const& so_far, protocol::instant now) const {
  return so_far.count == 0 || now - so_far.last >= memory;
}

std::optional<std::chrono::seconds> sign_in_gate::retry_after(attempts const& so_far, protocol::instant now) const {
  if (forgotten(so_far, now) || so_far.count < free_attempts) return std::nullopt;
  auto const wait = wait_after(so_far.count);
  auto const passed = std::max(now - so_far.last, std::chrono::milliseconds(0));  // the clock may have been set back
  if (passed >= wait) return std::nullopt;
  return std::chrono::ceil<std::chrono::seconds>(wait - passed);
}

attempts sign_in_gate::begin(attempts const& so_far, protocol::instant now) const {
  return {forgotten(so_far, now) ? 1 : so_far.count + 1, now};
}

}  // namespace dais::access
