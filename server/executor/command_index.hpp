#pragma once
// Which command_ids a stream has seen, and what they were answered.

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

#include "protocol/json.hpp"
#include "protocol/values.hpp"

namespace dais::executor {

/// Every accepted command of one stream by its command_id. It grows with the journal, by some hundred bytes a command;
/// answers are kept for the newest `answers` commands, older ones are read from the journal again.
class command_index {
public:
  struct seen {
    protocol::seq seq = 0;
    std::string account;  ///< empty for the server itself
    std::string request;  ///< the first 16 hexadecimal digits of the request's digest
  };

  explicit command_index(std::size_t answers) : capacity_(answers) {}

  void add(std::string const& command, protocol::seq at, std::string account, std::string_view request,
           protocol::json answer);
  seen const* find(std::string const& command) const;
  /// The answer given at `at`, where it is still here.
  std::optional<protocol::json> answer(protocol::seq at) const;
  static std::string shortened(std::string_view request) { return std::string(request.substr(0, 16)); }

private:
  struct answered {
    protocol::seq at;
    protocol::json answer;
  };
  std::size_t capacity_;
  std::unordered_map<std::string, seen> seen_;
  std::deque<answered> answers_;
};

}  // namespace dais::executor
