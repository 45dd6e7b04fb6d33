// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "store/lmdb/environment.hpp"

namespace prosper::lmdb {

/// A read transaction under way, in any process.
struct Reader {
  std::int64_t process = 0;
  /// The state it reads.
  std::uint64_t transaction = 0;
};

/// Throws Error. Processes that died stand there until `clear_dead_readers`.
std::vector<Reader> list_readers(const Environment& environment);

}  // namespace prosper::lmdb
