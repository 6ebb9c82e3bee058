#pragma once

#include <optional>
#include <string>
#include <vector>

#include "protocol/methods/people.hpp"
#include "protocol/values.hpp"

namespace dais::access {

/// Who asks. Without an account: the public, which has no roles of its own.
struct principal {
  std::optional<protocol::account_id> account;
  std::vector<protocol::role_grant> roles;
  std::optional<protocol::sign_in_id> session;
  bool by_link = false;  ///< the session began with a one-time link: its holder may set a password without the old one
  protocol::language language{"en"};
  std::string name;
};

}  // namespace dais::access
