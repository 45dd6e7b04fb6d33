// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "store/store.hpp"

namespace prosper::store {

/// The bytes of address space an environment takes: those of the options, else PROSPER_MAP_SIZE,
/// else LMDB's largest. Throws StoreError Io for a setting that is no number of bytes.
std::uint64_t map_size_of(const OpenOptions& options);

}  // namespace prosper::store
