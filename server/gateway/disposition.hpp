#pragma once

#include <string>
#include <string_view>

namespace dais::gateway {

/// A Content-Disposition value (RFC 6266): the name in ASCII for old readers and, where that differs, in UTF-8
/// (RFC 8187). What could leave the folder or break the header is replaced by `_`.
std::string content_disposition(bool attachment, std::string_view file_name);

/// Whether a name that a client gave to a file can be kept: UTF-8 of at most 255 bytes, not empty, `.` or `..`, without
/// separators, control characters and the invisible characters that turn the direction of text.
bool is_acceptable_file_name(std::string_view name);

}  // namespace dais::gateway
