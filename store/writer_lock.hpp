// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "store/directory.hpp"

namespace prosper::store {

/// How long to wait for a lock, and who is told meanwhile: a few times a second, with the holder;
/// it may throw to give up.
struct Patience {
  std::chrono::milliseconds limit{0};
  std::function<void(const std::string& holder)> on_wait;
};

/// `DIR/writer.lock`, held by at most one writer of all processes and threads (flock). Who waits
/// gets it in the order they came; a holder that lets go and wants it again stands behind them. The
/// file says who holds it. The kernel releases the lock and the place in the queue of one who dies.
class WriterLock {
 public:
  /// Throws StoreError Busy, naming the holder, when its turn has not come in time, or Io.
  WriterLock(const std::filesystem::path& directory, const Patience& patience);
  WriterLock(WriterLock&&) noexcept = default;
  WriterLock& operator=(WriterLock&&) = delete;
  ~WriterLock();

 private:
  void wait_for_turn(const std::filesystem::path& path, const Patience& patience);

  Descriptor file_;
};

}  // namespace prosper::store
