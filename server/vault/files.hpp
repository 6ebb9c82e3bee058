#pragma once

#include <filesystem>
#include <memory>

#include "server/vault/store.hpp"

namespace dais::vault {

/// Opens the vault in a folder (its parent must exist) and removes what a crash left half-written: one process at a
/// time. A file lies at `ab/cdef…`, the 64 digits of its hash, read-only; one on its way in is `incoming-…` beside
/// them. A power cut leaves the whole file or none: bytes, then name, then folder are synchronized, in this order.
result<std::unique_ptr<store>> open_files(std::filesystem::path const& folder);

}  // namespace dais::vault
