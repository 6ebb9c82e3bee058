#pragma once

#include <memory>

#include "server/access/credential_store.hpp"

namespace dais::access {

/// A credential store that is gone with the process, for tests and trials.
std::unique_ptr<credential_store> make_memory_store();

}  // namespace dais::access
