// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "store/load/feed.hpp"
#include "store/store_snapshot.hpp"

namespace prosper::store {

/// Feeds all quads of a snapshot to a bulk load, reading each block of terms once in a while.
/// Returns their number.
std::uint64_t feed_stored_quads(const StoreSnapshot& snapshot, Feed& feed);

}  // namespace prosper::store
