#include "server/vault/error.hpp"

#include <cerrno>
#include <system_error>

namespace dais::vault {

error system_error(int number, std::string const& doing) {
  bool const full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  return {full ? fault::disk_full : fault::unavailable, doing + ": " + std::generic_category().message(number)};
}

}  // namespace dais::vault
