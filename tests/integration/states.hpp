#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "client/native/address.hpp"
#include "protocol/json.hpp"

namespace dais::integration {

using protocol::json;

/// The states of these topics of a meeting as this person sees them; nothing for those that are refused. Over one
/// WebSocket.
std::map<std::string, std::optional<json>> states(native::address const& server, std::string const& token,
                                                  std::string const& meeting, std::vector<std::string> const& topics);

}  // namespace dais::integration
