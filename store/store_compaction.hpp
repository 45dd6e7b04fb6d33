// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "store/store.hpp"

namespace prosper::store {

struct CompactOptions {
  /// Bytes of memory for sorting; what is more goes to temporary files in the store. 4 bytes an
  /// ordered term and 16 a late one are taken in any case.
  std::uint64_t memory = std::uint64_t{4} << 30U;
  /// What is being done ("terms", "orders", "disk") and how far all of it is, of 1; on the calling
  /// thread. May throw to give up.
  std::function<void(std::string_view step, double done)> progress;
};

struct CompactReport {
  std::uint64_t bytes_before = 0;
  std::uint64_t bytes_after = 0;
  std::uint64_t generation = 0;
  std::uint64_t quads = 0;
  /// Terms that came after the last bulk load and are ordered now.
  std::uint64_t merged_terms = 0;
};

/// Writes the store anew, with all terms in order, full blocks and no free pages, into a new
/// generation and makes it the current one; quads, import states and settings stay. Holds the
/// writer lock; readers go on, and move to the new generation with their next snapshot. The old one
/// goes when nobody reads it any more. Every block read is verified by its checksum: a damaged
/// store is refused. After a failure the store is as before. Throws StoreError.
CompactReport compact(const std::filesystem::path& directory, const OpenOptions& open,
                      const CompactOptions& options = {});

}  // namespace prosper::store
