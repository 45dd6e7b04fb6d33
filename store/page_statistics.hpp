// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace prosper::store {

/// The read transaction that looks at the oldest state, of any process.
struct OldestReader {
  std::int64_t process = 0;
  /// Commits made since its state: 0 when it reads the newest.
  std::uint64_t commits_behind = 0;
  /// It began at most so long ago, since its process did. Nothing when the process cannot be seen.
  std::optional<std::chrono::seconds> at_most;
};

/// The pages of the data file. Free ones hold nothing; of them, the reusable ones may be written
/// by the next transaction, the others belong to states that readers, or the state before the
/// newest, still need.
struct PageStatistics {
  std::uint64_t page_bytes = 0;
  std::uint64_t live = 0;
  std::uint64_t free = 0;
  std::uint64_t reusable = 0;
  std::optional<OldestReader> oldest_reader;
};

}  // namespace prosper::store
