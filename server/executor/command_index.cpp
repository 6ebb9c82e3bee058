#include "server/executor/command_index.hpp"

#include <algorithm>

namespace dais::executor {

void command_index::add(std::string const& command, protocol::seq at, std::string account, std::string_view request,
                        protocol::json answer) {
  seen_[command] = {at, std::move(account), shortened(request)};
  answers_.push_back({at, std::move(answer)});
  if (answers_.size() > capacity_) answers_.pop_front();
}

command_index::seen const* command_index::find(std::string const& command) const {
  auto const found = seen_.find(command);
  return found == seen_.end() ? nullptr : &found->second;
}

std::optional<protocol::json> command_index::answer(protocol::seq at) const {
  auto const found = std::ranges::lower_bound(answers_, at, {}, &answered::at);
  if (found == answers_.end() || found->at != at) return std::nullopt;
  return found->answer;
}

}  // namespace dais::executor
