// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// The log that the recorder writes and Recording reads: events one after the other, each an
/// EventHeader and then the bytes of `path`, `new_path` and the data. Files are named by their
/// inode, which stands for a new file from its Create on.
namespace prosper::tests {

enum class EventKind : std::uint32_t {
  Start = 1,     ///< a process begins
  Create,        ///< a new, empty file at `path`
  Write,         ///< data at `offset` of `file`
  Truncate,      ///< `file` gets `offset` bytes
  Sync,          ///< everything written to `file` before is durable
  Rename,        ///< `path` becomes `new_path`
  Unlink,        ///< `path` goes
  MakeFolder,    ///< `path`
  RemoveFolder,  ///< `path`
  SyncFolder,    ///< the names in `path` are durable
  Output,        ///< the process wrote the data to its standard output
  Exit,          ///< a process ends by itself
  Unsupported,   ///< something that is not modelled: a recording with it proves nothing
};

struct EventHeader {
  EventKind kind{};
  /// Of Write: durable when it returned (O_DSYNC, O_SYNC).
  std::uint32_t is_synchronous = 0;
  std::uint64_t file = 0;
  std::uint64_t offset = 0;
  std::uint64_t data_bytes = 0;
  std::uint32_t path_bytes = 0;
  std::uint32_t new_path_bytes = 0;
};

}  // namespace prosper::tests
