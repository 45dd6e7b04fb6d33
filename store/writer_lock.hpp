// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>

#include "store/directory.hpp"

namespace prosper::store {

/// `DIR/writer.lock`, held by at most one writer of all processes and threads (flock). The file
/// says who holds it. The kernel releases it when the holder dies.
class WriterLock {
 public:
  /// Waits for at most `wait`; throws StoreError Busy, naming the holder, or Io.
  WriterLock(const std::filesystem::path& directory, std::chrono::milliseconds wait);
  WriterLock(WriterLock&&) noexcept = default;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  Descriptor file_;
};

}  // namespace prosper::store
