#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "client/native/failure.hpp"

namespace dais::native {

/// All bytes of a file of at most `most` bytes.
std::expected<std::string, failure> read_whole(std::filesystem::path const& file, std::uintmax_t most);

/// Replaces a file in one step: after a power cut it is the old one or the new one. `mode` as in chmod.
std::expected<void, failure> write_whole(std::filesystem::path const& file, std::string_view bytes, unsigned mode);

}  // namespace dais::native
