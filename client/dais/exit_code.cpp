#include "client/dais/exit_code.hpp"

namespace dais::command_line {

exit_code exit_code_of(protocol::error_code code) {
  switch (code) {
    case protocol::error_code::signed_out:
    case protocol::error_code::forbidden:
    case protocol::error_code::wrong_credentials:
    case protocol::error_code::link_used:
      return exit_code::not_allowed;
    case protocol::error_code::stale:
    case protocol::error_code::already_there:
    case protocol::error_code::nothing_to_do:
    case protocol::error_code::command_id_reused:
      return exit_code::out_of_date;
    default:
      return exit_code::refused;
  }
}

exit_code exit_code_of(native::failure::kind kind) {
  switch (kind) {
    case native::failure::kind::unreachable:
    case native::failure::kind::timed_out:
    case native::failure::kind::not_trusted:
      return exit_code::unreachable;
    default:
      return exit_code::refused;
  }
}

}  // namespace dais::command_line
