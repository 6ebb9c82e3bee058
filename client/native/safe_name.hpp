#pragma once

#include <string>
#include <string_view>

namespace dais::native {

/// A name for one file that every file system of our users takes (ext4, APFS, NTFS), from a text that anybody may have
/// written: no separators, control characters, direction marks or device names; no dot or space at either end; at most
/// 120 bytes of UTF-8, cut between characters. Never empty.
std::string safe_name(std::string_view text);

/// The usual ending of a media type's files, with its dot; what follows the last dot of `name`, where that is a short
/// word, for a type that we do not know; else nothing.
std::string ending_of(std::string_view media_type, std::string_view name);

}  // namespace dais::native
