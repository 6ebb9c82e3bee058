#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "protocol/values.hpp"

namespace dais::access {

/// Attempts to sign in since the last that succeeded, and when the newest began.
struct attempts {
  std::int64_t count = 0;
  protocol::instant last;
  bool operator==(attempts const&) const = default;
};

/// Decides whether somebody may try a password now. Pure. Three attempts are free; from then on each must wait twice as
/// long after the one before: 1 s, 2 s, 4 s … at most a quarter of an hour; a day after the last all is forgotten. It
/// slows one account (or one unknown e-mail), never an address: a whole meeting shares one. One-time links pass by it,
/// so that nobody can lock somebody else out.
class sign_in_gate {
public:
  static constexpr std::int64_t free_attempts = 3;
  static constexpr std::chrono::seconds longest_wait = std::chrono::minutes(15);
  static constexpr std::chrono::hours memory{24};

  /// Nothing where an attempt is allowed; else in how many seconds, rounded up, to try again.
  std::optional<std::chrono::seconds> retry_after(attempts const& so_far, protocol::instant now) const;

  /// The attempts once one more, allowed, has begun. It is counted before the password is checked, so that attempts at
  /// the same time cannot pass together.
  attempts begin(attempts const& so_far, protocol::instant now) const;

  /// Whether attempts with this last one no longer count.
  bool forgotten(attempts const& so_far, protocol::instant now) const;
};

}  // namespace dais::access
