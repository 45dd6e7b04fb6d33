// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "store/store.hpp"

namespace prosper::store {

/// Bytes written so far and bytes expected, a few times a second.
using CopyProgress = std::function<void(std::uint64_t done, std::uint64_t total)>;

struct BackupReport {
  std::uint64_t quads = 0;
  std::uint64_t commit_number = 0;
  std::uint64_t bytes = 0;
};

/// Copies one committed state of the store in `directory` into `target`, a new store of its own
/// (`CURRENT` and one generation, without free pages), durable when this returns. Readers and the
/// writer go on. `target` must be missing or an empty folder; after a failure it is as before.
/// Needs the right to read the store only. Throws StoreError.
BackupReport back_up(const std::filesystem::path& directory, const std::filesystem::path& target,
                     const OpenOptions& options, const CopyProgress& progress = {});

}  // namespace prosper::store
