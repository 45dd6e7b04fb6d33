// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/store_snapshot.hpp"

namespace prosper::store {

/// The figures of one state, without reading its quads. Throws lmdb::Error and StoreError.
StoreStatistics collect_statistics(const StoreSnapshot& snapshot);

}  // namespace prosper::store
