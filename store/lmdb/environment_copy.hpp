// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/lmdb/environment.hpp"

namespace prosper::lmdb {

/// Writes one committed state of the environment, without its free pages, to a file open for
/// writing. Does not sync it. Other readers and the writer go on; the pages of the state copied are
/// pinned meanwhile. Throws Error (Full, Damaged, Io). Thread-safe.
void copy_compacted(const Environment& environment, int descriptor);

}  // namespace prosper::lmdb
