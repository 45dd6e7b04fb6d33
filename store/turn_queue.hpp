// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>

#include "store/directory.hpp"

namespace prosper::store {

/// Those who want a file's lock stand in a queue, in the order they came, over all processes and
/// threads: each locks one byte of the file (an open file description lock, which says nothing
/// about flock), behind all bytes that are locked. Nothing of it is on the disk, and the kernel
/// takes away the places of the dead.

/// Joins the queue. The place lasts until `leave_queue` or the last close of the descriptor.
/// Nothing on a file system without such locks.
std::optional<std::int64_t> join_queue(const Descriptor& file);
/// Whether everybody who came before has left.
bool is_first(const Descriptor& file, std::int64_t place);
void leave_queue(const Descriptor& file);

/// Wakes who waits until others close a file they could write, as those do who let a lock go.
class CloseWatch {
 public:
  /// Where the system refuses to watch, `wait` just takes its time.
  explicit CloseWatch(const std::filesystem::path& file);

  /// Returns true when somebody has closed the file since the last call or does so within `limit`.
  bool wait(std::chrono::milliseconds limit) const;

 private:
  Descriptor events_;
};

}  // namespace prosper::store
