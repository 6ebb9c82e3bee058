#pragma once
// What the services of HTTP have in common: refusals with their status, parts of a path, who is asking.

#include <string>
#include <string_view>
#include <vector>

#include "protocol/errors.hpp"
#include "server/access/rights.hpp"
#include "server/gateway/service.hpp"

namespace dais::app {

/// With the HTTP status that goes with the code.
std::unexpected<gateway::refusal> refused(protocol::rejection const& why);
std::unexpected<gateway::refusal> refused(protocol::error_code code, std::string path, std::string words);

/// The parts of a path between its slashes.
std::vector<std::string> segments_of(std::string_view path);

/// Who is asking; nobody where they are not signed in.
access::principal const& holder(gateway::principal const& opaque);

}  // namespace dais::app
