#pragma once

#include <string>
#include <string_view>

namespace dais::allocation_check {

/// SHA-256 in lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace dais::allocation_check
