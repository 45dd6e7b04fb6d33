// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "store/generation.hpp"
#include "store/store.hpp"

namespace prosper::store {

/// Reads one state of the generation completely: first every page with `pread`, and only when those
/// are sound the contents through LMDB. Throws StoreError only when a system call fails.
CheckReport check_generation(const std::shared_ptr<Generation>& generation,
                             const std::string& public_base);

}  // namespace prosper::store
