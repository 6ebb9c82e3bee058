#pragma once

#include "client/native/failure.hpp"
#include "protocol/errors.hpp"

namespace dais::command_line {

/// What `dais` ends with; promised to scripts in --help.
enum class exit_code {
  done = 0,
  refused = 1,      ///< by the server, or by this machine's disk
  usage = 2,        ///< the command line is wrong
  not_allowed = 3,  ///< signed out, or forbidden
  unreachable = 4,  ///< no answer from the server; a change may or may not have been made
  out_of_date = 5   ///< somebody else was first: stale, there already, so already
};

exit_code exit_code_of(protocol::error_code code);
exit_code exit_code_of(native::failure::kind kind);

}  // namespace dais::command_line
